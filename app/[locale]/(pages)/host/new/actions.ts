'use server'

import { redirect } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { type FormState, parseForm, refusedState } from '@/lib/action'
import { requireActor } from '@/lib/auth'
import { publishEvent } from '@/lib/events/commands'
import { pathWithValues } from '@/lib/events/hosted/rules'
import { saveDraft } from '@/lib/events/publishing/commands'
import { refusalErrors } from '@/lib/events/rules'
import { eventSchema } from '@/lib/events/schema'

/** Publishes an event, or keeps it as a draft. Whoever is no longer signed in comes back to what they typed. */
export async function publishAction(_state: FormState, form: FormData): Promise<FormState> {
  const parsed = parseForm(eventSchema, form)
  if (!parsed.ok) return parsed.state
  const locale = await getLocale()
  const actor = await requireActor(locale, pathWithValues(`/${locale}/host/new`, Object.fromEntries(form)))
  const kinds = await getTranslations('events.kinds')
  const draft = form.get('as') === 'draft'
  const keep = draft ? saveDraft : publishEvent
  const result = await keep(actor, parsed.data, kinds(parsed.data.kind))
  if (!result.ok) {
    const { errors, message } = refusalErrors(result.reason)
    return refusedState(form, errors, message)
  }
  redirect(`/${locale}/host/${result.value.id}?done=${draft ? 'drafted' : 'published'}`)
}
