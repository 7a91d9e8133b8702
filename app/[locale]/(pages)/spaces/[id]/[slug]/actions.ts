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
import { sayClosing } from '@/lib/spaces/closing/commands'
import { closingSchema, withdrawHereSchema } from '@/lib/spaces/closing/schema'
import { confirmSpace, unconfirmSpace } from '@/lib/spaces/confirmations/commands'
import { confirmSchema } from '@/lib/spaces/confirmations/schema'
import { withdrawCorrection } from '@/lib/spaces/corrections/commands'
import { observe, unobserve } from '@/lib/spaces/observations/commands'
import { observeSchema, unobserveSchema } from '@/lib/spaces/observations/schema'
import { acceptTrial, askTrial, withdrawTrial } from '@/lib/spaces/trials/commands'
import { askTrialSchema, trialSpaceSchema } from '@/lib/spaces/trials/schema'

/** Says that one works at a place for half a day; whoever is not signed in does that first, and comes back. */
export async function workHereAction(_state: FormState, form: FormData): Promise<FormState> {
  return settle(form, workHereSchema, workHere)
}

/** Takes that back. */
export async function takeBackAction(_state: FormState, form: FormData): Promise<FormState> {
  return settle(form, workHereSchema, takeBack)
}

/** Says that what is told of a place is right. */
export async function confirmAction(_state: FormState, form: FormData): Promise<FormState> {
  return settle(form, confirmSchema, (actor, { spaceId }) => confirmSpace(actor, spaceId))
}

/** Takes that back. */
export async function unconfirmAction(_state: FormState, form: FormData): Promise<FormState> {
  return settle(form, confirmSchema, (actor, { spaceId }) => unconfirmSpace(actor, spaceId))
}

/** Says what one found at a place: its wifi, its sockets, its noise. */
export async function observeAction(_state: FormState, form: FormData): Promise<FormState> {
  return settle(form, observeSchema, observe)
}

/** Takes that back. */
export async function unobserveAction(_state: FormState, form: FormData): Promise<FormState> {
  return settle(form, unobserveSchema, unobserve)
}

/** Says that a place closed for good, or is open after all. */
export async function closingAction(_state: FormState, form: FormData): Promise<FormState> {
  return settle(form, closingSchema, sayClosing)
}

/** Takes that back, while nobody has decided about it. */
export async function withdrawHereAction(_state: FormState, form: FormData): Promise<FormState> {
  return settle(form, withdrawHereSchema, (actor, { id }) => withdrawCorrection(actor, id))
}

/** Asks for the first day on the house. */
export async function askTrialAction(_state: FormState, form: FormData): Promise<FormState> {
  return settle(form, askTrialSchema, askTrial)
}

/** The half-day that the place proposes suits. */
export async function acceptTrialAction(_state: FormState, form: FormData): Promise<FormState> {
  return settle(form, trialSpaceSchema, acceptTrial)
}

/** Asks for it no more, or will not come after all. */
export async function withdrawTrialAction(_state: FormState, form: FormData): Promise<FormState> {
  return settle(form, trialSpaceSchema, withdrawTrial)
}

async function settle<T extends { spaceId: string }>(
  form: FormData,
  schema: z.ZodType<T>,
  work: (actor: Actor, input: T) => Promise<Result<unknown, string>>,
): Promise<FormState> {
  const parsed = parseForm(schema, form)
  if (!parsed.ok) return parsed.state
  const locale = await getLocale()
  // The page finds its own name in the address.
  const actor = await requireActor(locale, `/${locale}/spaces/${parsed.data.spaceId}/-`)
  const result = await work(actor, parsed.data)
  if (!result.ok) return refusedState(form, {}, result.reason)
  refresh()
  return doneState()
}
