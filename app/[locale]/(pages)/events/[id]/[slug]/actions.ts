'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { getLocale } from 'next-intl/server'
import { requestCode } from '@/lib/accounts/codes/commands'
import { seatRequestSchema } from '@/lib/accounts/codes/schema'
import { clientAddress, doneState, type FormState, parseForm, refusedState } from '@/lib/action'
import { requireActor } from '@/lib/auth'
import { cancelRsvp, joinEvent } from '@/lib/rsvps/commands'
import { eventRefSchema } from '@/lib/rsvps/schema'

/** Takes a seat, or a place in the queue, for whoever is signed in. */
export async function joinAction(_state: FormState, form: FormData): Promise<FormState> {
  const parsed = parseForm(eventRefSchema, form)
  if (!parsed.ok) return parsed.state
  const { eventId } = parsed.data
  const locale = await getLocale()
  const actor = await requireActor(locale, `/${locale}/events/${eventId}`)
  const answer = await joinEvent(actor, eventId)
  if (!answer.ok) return refusedState(form, {}, `rsvp_${answer.reason}`)
  refresh()
  return doneState()
}

/** Gives the seat up, or the place in the queue. */
export async function leaveAction(_state: FormState, form: FormData): Promise<FormState> {
  const parsed = parseForm(eventRefSchema, form)
  if (!parsed.ok) return parsed.state
  const { eventId } = parsed.data
  const locale = await getLocale()
  const actor = await requireActor(locale, `/${locale}/events/${eventId}`)
  const answer = await cancelRsvp(actor, eventId)
  if (!answer.ok) return refusedState(form, {}, `rsvp_${answer.reason}`)
  refresh()
  return doneState()
}

/** Keeps a seat for somebody who is not signed in, and sends them a code. */
export async function askForSeat(_state: FormState, form: FormData): Promise<FormState> {
  const parsed = parseForm(seatRequestSchema, form)
  if (!parsed.ok) return parsed.state
  const answer = await requestCode(parsed.data, await clientAddress())
  if (!answer.ok) return refusedState(form, {}, `code_${answer.reason}`)
  redirect(`/${parsed.data.locale}/sign-in/code/${answer.value.id}`)
}
