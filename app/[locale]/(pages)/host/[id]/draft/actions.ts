'use server'

import { notFound, redirect } from 'next/navigation'
import { getLocale } from 'next-intl/server'
import type { z } from 'zod'
import type { Actor } from '@/lib/accounts/schema'
import { type FormState, parseForm, refusedState } from '@/lib/action'
import { requireActor } from '@/lib/auth'
import { discardDraft, keepDraft, publishDraft, publishLater } from '@/lib/events/publishing/commands'
import { draftErrors } from '@/lib/events/publishing/rules'
import { draftRefSchema, publishLaterSchema } from '@/lib/events/publishing/schema'
import { saveTemplate } from '@/lib/events/templates/commands'
import { saveTemplateSchema } from '@/lib/events/templates/schema'
import type { Result } from '@/lib/result'

/** Sends a draft out now. */
export async function publishDraftAction(_state: FormState, form: FormData): Promise<FormState> {
  return asHost(form, draftRefSchema, (actor, { eventId }) => publishDraft(actor, eventId), 'published')
}

/** Sends a draft out by itself, later. */
export async function publishLaterAction(_state: FormState, form: FormData): Promise<FormState> {
  return asHost(form, publishLaterSchema, publishLater, 'later')
}

/** A draft goes out only when somebody says so. */
export async function keepDraftAction(_state: FormState, form: FormData): Promise<FormState> {
  return asHost(form, draftRefSchema, (actor, { eventId }) => keepDraft(actor, eventId), 'kept')
}

/** Throws a draft away. */
export async function discardDraftAction(_state: FormState, form: FormData): Promise<FormState> {
  return asHost(form, draftRefSchema, (actor, { eventId }) => discardDraft(actor, eventId), null)
}

/** Keeps what an event says under a name. */
export async function saveTemplateAction(_state: FormState, form: FormData): Promise<FormState> {
  return asHost(form, saveTemplateSchema, saveTemplate, 'template')
}

/** Reads the form, knows who sends it, and goes back to the event's page, or to one's own events. */
async function asHost<S extends z.ZodType<{ eventId: string }>>(
  form: FormData,
  schema: S,
  work: (actor: Actor, data: z.output<S>) => Promise<Result<undefined, string>>,
  done: string | null,
): Promise<FormState> {
  const parsed = parseForm(schema, form)
  if (!parsed.ok) return parsed.state
  const locale = await getLocale()
  const home = `/${locale}/host/${parsed.data.eventId}`
  const result = await work(await requireActor(locale, home), parsed.data)
  if (!result.ok) {
    if (result.reason === 'not_found') notFound()
    const { errors, message } = draftErrors(result.reason)
    return refusedState(form, errors, message)
  }
  redirect(done === null ? `/${locale}/host` : `${home}?done=${done}`)
}
