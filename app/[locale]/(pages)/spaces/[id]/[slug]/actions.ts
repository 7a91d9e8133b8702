'use server'

import { refresh } from 'next/cache'
import { getLocale } from 'next-intl/server'
import type { z } from 'zod'
import type { Actor } from '@/lib/accounts/schema'
import { doneState, type FormState, parseForm, refusedState } from '@/lib/action'
import { requireActor } from '@/lib/auth'
import { takeBack, workHere } from '@/lib/presence/commands'
import { workHereSchema } from '@/lib/presence/schema'
import type { Result } from '@/lib/result'

/** Says that one works at a place for half a day; whoever is not signed in does that first, and comes back. */
export async function workHereAction(_state: FormState, form: FormData): Promise<FormState> {
  return settle(form, workHere)
}

/** Takes that back. */
export async function takeBackAction(_state: FormState, form: FormData): Promise<FormState> {
  return settle(form, takeBack)
}

async function settle(
  form: FormData,
  work: (actor: Actor, input: z.output<typeof workHereSchema>) => Promise<Result<undefined, string>>,
): Promise<FormState> {
  const parsed = parseForm(workHereSchema, form)
  if (!parsed.ok) return parsed.state
  const locale = await getLocale()
  // The page finds its own name in the address.
  const actor = await requireActor(locale, `/${locale}/spaces/${parsed.data.spaceId}/-`)
  const result = await work(actor, parsed.data)
  if (!result.ok) return refusedState(form, {}, result.reason)
  refresh()
  return doneState()
}
