'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { getLocale } from 'next-intl/server'
import type { z } from 'zod'
import type { Actor } from '@/lib/accounts/schema'
import { doneState, type FormState, parseForm, refusedState } from '@/lib/action'
import { requireActor } from '@/lib/auth'
import type { Result } from '@/lib/result'
import { leaveWay, sayGlad, takeBackGlad, takePart } from '@/lib/ties/commands'
import { personRefSchema, waySchema } from '@/lib/ties/schema'

const PAGE = '/me/people'

/** One would be glad to meet somebody again. */
export async function gladAction(_state: FormState, form: FormData): Promise<FormState> {
  return about(form, personRefSchema, (actor, { personId }) => sayGlad(actor, personId))
}

/** Takes it back. */
export async function takeBackAction(_state: FormState, form: FormData): Promise<FormState> {
  return about(form, personRefSchema, (actor, { personId }) => takeBackGlad(actor, personId))
}

/** Leaves somebody a way to reach one, or takes it back. */
export async function wayAction(_state: FormState, form: FormData): Promise<FormState> {
  const state = await about(form, waySchema, leaveWay)
  if (state.status === 'done') redirect(`/${await getLocale()}${PAGE}?done=way`)
  return state
}

/** Takes part no longer, and has everything forgotten. */
export async function leaveAction(): Promise<FormState> {
  return settle(false, 'left')
}

/** Takes part again. */
export async function rejoinAction(): Promise<FormState> {
  return settle(true, 'back')
}

async function settle(seeAgain: boolean, done: string): Promise<FormState> {
  const page = `/${await getLocale()}${PAGE}`
  await takePart(await requireActor(await getLocale(), page), seeAgain)
  redirect(`${page}?done=${done}`)
}

/** Reads whom a form is about and shows the page anew, wherever it stands. */
async function about<S extends z.ZodType>(
  form: FormData,
  schema: S,
  work: (actor: Actor, data: z.output<S>) => Promise<Result<undefined, string>>,
): Promise<FormState> {
  const parsed = parseForm(schema, form)
  if (!parsed.ok) return parsed.state
  const locale = await getLocale()
  const result = await work(await requireActor(locale, `/${locale}${PAGE}`), parsed.data)
  if (!result.ok) return refusedState(form, {}, result.reason)
  refresh()
  return doneState()
}
