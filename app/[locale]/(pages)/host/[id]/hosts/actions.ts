'use server'

import { notFound, redirect } from 'next/navigation'
import { getLocale } from 'next-intl/server'
import type { z } from 'zod'
import type { Actor } from '@/lib/accounts/schema'
import { type FormState, parseForm, refusedState } from '@/lib/action'
import { requireActor } from '@/lib/auth'
import { handOver, inviteHost, leaveHosting, removeCohost, withdrawInvite } from '@/lib/events/hosts/commands'
import { cohostSchema, hostEventSchema, hostInviteSchema, inviteHostSchema } from '@/lib/events/hosts/schema'
import { refusalErrors } from '@/lib/events/rules'
import type { Result } from '@/lib/result'

/** Asks somebody by mail to co-host. */
export async function inviteHostAction(_state: FormState, form: FormData): Promise<FormState> {
  return asHost(form, inviteHostSchema, inviteHost, '/hosts?done=invited')
}

/** Takes an invitation back. */
export async function withdrawInviteAction(_state: FormState, form: FormData): Promise<FormState> {
  return asHost(form, hostInviteSchema, withdrawInvite, '/hosts?done=withdrawn')
}

/** A co-host is one no longer. */
export async function removeCohostAction(_state: FormState, form: FormData): Promise<FormState> {
  return asHost(form, cohostSchema, removeCohost, '/hosts?done=removed')
}

/** Hands the event over to a co-host. */
export async function handOverAction(_state: FormState, form: FormData): Promise<FormState> {
  return asHost(form, cohostSchema, handOver, '/hosts?done=handed')
}

/** Stops co-hosting. */
export async function leaveHostingAction(_state: FormState, form: FormData): Promise<FormState> {
  return asHost(form, hostEventSchema, (actor, { eventId }) => leaveHosting(actor, eventId), null)
}

/** Reads the form, knows who sends it, and goes on to a page of the event's, or to one's own events. */
async function asHost<S extends z.ZodType<{ eventId: string }>>(
  form: FormData,
  schema: S,
  work: (actor: Actor, data: z.output<S>) => Promise<Result<undefined, string>>,
  next: string | null,
): Promise<FormState> {
  const parsed = parseForm(schema, form)
  if (!parsed.ok) return parsed.state
  const locale = await getLocale()
  const home = `/${locale}/host/${parsed.data.eventId}`
  const result = await work(await requireActor(locale, `${home}/hosts`), parsed.data)
  if (!result.ok) {
    if (result.reason === 'not_found') notFound()
    const { errors, message } = refusalErrors(result.reason)
    return refusedState(form, errors, message)
  }
  redirect(next === null ? `/${locale}/host` : `${home}${next}`)
}
