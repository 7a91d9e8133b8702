'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { getLocale } from 'next-intl/server'
import type { z } from 'zod'
import { requestCode } from '@/lib/accounts/codes/commands'
import { seatRequestSchema } from '@/lib/accounts/codes/schema'
import type { Actor } from '@/lib/accounts/schema'
import { clientAddress, doneState, type FormState, parseForm, refusedState } from '@/lib/action'
import { requireActor } from '@/lib/auth'
import { answerGreeting, sayShy } from '@/lib/events/greeters/commands'
import { greetingAnswerSchema, shySchema } from '@/lib/events/greeters/schema'
import { comeToAll, leaveSeries } from '@/lib/events/series/commands'
import { seriesRefSchema } from '@/lib/events/series/schema'
import type { Result } from '@/lib/result'
import { answerErrors } from '@/lib/rsvps/answers/queries'
import { cancelRsvp, joinEvent } from '@/lib/rsvps/commands'
import { answerSchema, eventRefSchema, type RsvpDetails, rsvpFormSchema } from '@/lib/rsvps/schema'
import { answerEvent, changeRsvp, confirmSeat } from '@/lib/rsvps/standing/commands'
import { noteTimeZone } from '@/lib/settings/commands'

/** Takes seats, or a place in the queue, for whoever is signed in. */
export async function joinAction(_state: FormState, form: FormData): Promise<FormState> {
  return withRsvp(form, rsvpFormSchema, async (actor, { eventId, details }) => {
    const answer = await joinEvent(actor, eventId, details)
    await noteTimeZone(actor.id, form.get('timeZone'))
    return answer.ok ? null : refusedDetails(form, eventId, details, answer.reason)
  })
}

/** Another number of people, or other words to the hosts. */
export async function changeAction(_state: FormState, form: FormData): Promise<FormState> {
  return withRsvp(form, rsvpFormSchema, async (actor, { eventId, details }) => {
    const answer = await changeRsvp(actor, eventId, details)
    return answer.ok ? null : refusedDetails(form, eventId, details, answer.reason)
  })
}

/** "Maybe" or "I can't". */
export async function answerAction(_state: FormState, form: FormData): Promise<FormState> {
  return withRsvp(form, answerSchema, async (actor, { eventId, answer }) => {
    const said = await answerEvent(actor, eventId, answer)
    return said.ok ? null : refusedState(form, {}, `rsvp_${said.reason}`)
  })
}

/** Takes the seat that was offered. */
export async function confirmAction(_state: FormState, form: FormData): Promise<FormState> {
  return withRsvp(form, eventRefSchema, async (actor, { eventId }) => {
    const answer = await confirmSeat(actor, eventId)
    return answer.ok ? null : refusedState(form, {}, `rsvp_${answer.reason}`)
  })
}

/** Gives the seat up, or the place in the queue. */
export async function leaveAction(_state: FormState, form: FormData): Promise<FormState> {
  return withRsvp(form, eventRefSchema, async (actor, { eventId }) => {
    const answer = await cancelRsvp(actor, eventId)
    return answer.ok ? null : refusedState(form, {}, `rsvp_${answer.reason}`)
  })
}

/** "I'm a bit shy", to those who greet; or no longer. */
export async function sayShyAction(_state: FormState, form: FormData): Promise<FormState> {
  return withRsvp(form, shySchema, async (actor, data) => {
    const said = await sayShy(actor, data)
    return said.ok ? null : refusedState(form, {}, 'greeting_closed')
  })
}

/** Yes or no to greeting those who come for the first time. */
export async function answerGreetingAction(_state: FormState, form: FormData): Promise<FormState> {
  return withRsvp(form, greetingAnswerSchema, async (actor, data) => {
    const said = await answerGreeting(actor, data)
    return said.ok ? null : refusedState(form, {}, 'greeting_closed')
  })
}

/** Reads the form, knows who sends it, and shows the page anew once `work` had nothing to refuse. */
async function withRsvp<S extends z.ZodType<{ eventId: string }>>(
  form: FormData,
  schema: S,
  work: (actor: Actor, data: z.output<S>) => Promise<FormState | null>,
): Promise<FormState> {
  const parsed = parseForm(schema, form)
  if (!parsed.ok) return parsed.state
  const locale = await getLocale()
  const actor = await requireActor(locale, `/${locale}/events/${parsed.data.eventId}`)
  const refused = await work(actor, parsed.data)
  if (refused) return refused
  refresh()
  return doneState()
}

/** Says what is wrong with each answer to the hosts' questions, too. */
async function refusedDetails(form: FormData, eventId: string, details: RsvpDetails, reason: string) {
  return refusedState(form, await answerErrors(eventId, details.answers), `rsvp_${reason}`)
}

/** Keeps a seat for somebody who is not signed in, and sends them a code. */
export async function askForSeat(_state: FormState, form: FormData): Promise<FormState> {
  const parsed = parseForm(seatRequestSchema, form)
  if (!parsed.ok) return parsed.state
  const answer = await requestCode(parsed.data, await clientAddress())
  if (!answer.ok) {
    const { eventId, details } = parsed.data
    return refusedState(form, await answerErrors(eventId, details.answers), `code_${answer.reason}`)
  }
  redirect(`/${parsed.data.locale}/sign-in/code/${answer.value.id}`)
}

/** A seat at every occurrence of a series, an explicit choice. */
export async function comeToAllAction(_state: FormState, form: FormData): Promise<FormState> {
  return withSeries(form, comeToAll)
}

/** No longer at all of them. */
export async function leaveSeriesAction(_state: FormState, form: FormData): Promise<FormState> {
  return withSeries(form, leaveSeries)
}

async function withSeries(
  form: FormData,
  work: (actor: Actor, seriesId: string) => Promise<Result<undefined>>,
): Promise<FormState> {
  const parsed = parseForm(seriesRefSchema, form)
  if (!parsed.ok) return parsed.state
  const locale = await getLocale()
  const actor = await requireActor(locale, `/${locale}/outings`)
  const answer = await work(actor, parsed.data.seriesId)
  if (!answer.ok) return refusedState(form, {}, answer.reason)
  refresh()
  return doneState()
}
