'use server'

import { redirect } from 'next/navigation'
import { getLocale } from 'next-intl/server'
import { type FormState, parseForm, refusedState } from '@/lib/action'
import { requireActor } from '@/lib/auth'
import { settleIn } from '@/lib/freelancers/commands'
import { myProfile } from '@/lib/freelancers/profile/queries'
import { homeSchema } from '@/lib/freelancers/schema'
import { beWelcomed, endWay, setOut } from '@/lib/newcomers/commands'

const own = async (locale: 'fr' | 'en') => requireActor(locale, `/${locale}/welcome`)

/** Sets out. Where somebody lives is asked for once. */
export async function setOutAction(_state: FormState, form: FormData): Promise<FormState> {
  const locale = await getLocale()
  const actor = await own(locale)
  if (!(await myProfile(actor)).area) {
    const parsed = parseForm(homeSchema, form)
    if (!parsed.ok) return parsed.state
    const home = await settleIn(actor, parsed.data)
    if (!home.ok) return refusedState(form, { area: home.reason })
  }
  const result = await setOut(actor)
  if (!result.ok) return refusedState(form, { area: result.reason })
  redirect(`/${locale}/welcome`)
}

/** Asks somebody who welcomes people for a coffee. */
export async function beWelcomedAction(_state: FormState, form: FormData): Promise<FormState> {
  const locale = await getLocale()
  const result = await beWelcomed(await own(locale))
  if (!result.ok) return refusedState(form, {}, result.reason)
  redirect(`/${locale}/welcome?done=asked`)
}

/** Ends it. */
export async function endWayAction(): Promise<FormState> {
  const locale = await getLocale()
  await endWay(await own(locale))
  redirect(`/${locale}/welcome?done=ended`)
}
