'use server'

import { refresh } from 'next/cache'
import { getLocale } from 'next-intl/server'
import type { z } from 'zod'
import type { Actor } from '@/lib/accounts/schema'
import { doneState, type FormState, parseForm, refusedState } from '@/lib/action'
import { requireActor } from '@/lib/auth'
import type { Result } from '@/lib/result'
import { distrust, sayLeft, stayLonger, trust } from '@/lib/safety/commands'
import { outingRefSchema, trustedSchema } from '@/lib/safety/schema'

/** Names whom one trusts, or changes what they may know. */
export async function trustAction(_state: FormState, form: FormData): Promise<FormState> {
  return withOuting(form, trustedSchema, trust)
}

/** Tells nobody after all. */
export async function distrustAction(_state: FormState, form: FormData): Promise<FormState> {
  return withOuting(form, outingRefSchema, (actor, { eventId }) => distrust(actor, eventId))
}

/** "I've left." */
export async function leftAction(_state: FormState, form: FormData): Promise<FormState> {
  return withOuting(form, outingRefSchema, (actor, { eventId }) => sayLeft(actor, eventId))
}

/** "I stay an hour more." */
export async function longerAction(_state: FormState, form: FormData): Promise<FormState> {
  return withOuting(form, outingRefSchema, (actor, { eventId }) => stayLonger(actor, eventId))
}

/** Refusals about the address stand at its field. */
const AT_EMAIL = new Set(['contact_self', 'contact_declined', 'contact_limit'])

async function withOuting<S extends z.ZodType<{ eventId: string }>>(
  form: FormData,
  schema: S,
  work: (actor: Actor, data: z.output<S>) => Promise<Result<undefined>>,
): Promise<FormState> {
  const parsed = parseForm(schema, form)
  if (!parsed.ok) return parsed.state
  const locale = await getLocale()
  const actor = await requireActor(locale, `/${locale}/events/${parsed.data.eventId}`)
  const answer = await work(actor, parsed.data)
  if (!answer.ok) {
    const { reason } = answer
    return AT_EMAIL.has(reason)
      ? refusedState(form, { email: reason })
      : refusedState(form, {}, reason === 'not_found' ? 'trust_not_found' : reason)
  }
  refresh()
  return doneState()
}
