'use server'

import { redirect } from 'next/navigation'
import { getLocale } from 'next-intl/server'
import type { Actor } from '@/lib/accounts/schema'
import { type FormState, parseForm, refusedState } from '@/lib/action'
import { requireActor } from '@/lib/auth'
import { leaveCoffees, pauseCoffees, resumeCoffees, takePart } from '@/lib/coffees/members/commands'
import { memberSchema } from '@/lib/coffees/members/schema'
import { settleIn } from '@/lib/freelancers/commands'
import { myProfile } from '@/lib/freelancers/profile/queries'
import { homeSchema } from '@/lib/freelancers/schema'

const own = async (locale: 'fr' | 'en') => requireActor(locale, `/${locale}/coffees`)

/** Takes part in the weekly coffees, or changes how. Where somebody lives is asked for once. */
export async function takePartAction(_state: FormState, form: FormData): Promise<FormState> {
  const parsed = parseForm(memberSchema, form, ['halfDays'])
  const locale = await getLocale()
  const actor = await own(locale)
  if (!parsed.ok) return parsed.state
  const home = await homeOf(actor, form)
  if (home) return home
  const result = await takePart(actor, parsed.data)
  if (!result.ok) return refusedState(form, { area: result.reason })
  redirect(`/${locale}/coffees?done=in`)
}

/** What is wrong with the home that was typed, if one was asked for. */
async function homeOf(actor: Actor, form: FormData): Promise<FormState | null> {
  if ((await myProfile(actor)).area) return null
  const parsed = parseForm(homeSchema, form)
  if (!parsed.ok) return parsed.state
  const result = await settleIn(actor, parsed.data)
  return result.ok ? null : refusedState(form, { area: result.reason })
}

const settle = async (work: (actor: Actor) => Promise<unknown>, done: string) => {
  const locale = await getLocale()
  await work(await own(locale))
  redirect(`/${locale}/coffees?done=${done}`)
}

/** Is drawn no more for a while. */
export async function pauseAction(): Promise<FormState> {
  return settle(pauseCoffees, 'paused')
}

/** Is drawn again. */
export async function resumeAction(): Promise<FormState> {
  return settle(resumeCoffees, 'resumed')
}

/** Takes part no more. */
export async function leaveAction(): Promise<FormState> {
  return settle(leaveCoffees, 'out')
}
