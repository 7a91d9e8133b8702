'use server'

import { notFound, redirect } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { type FormState, parseForm, refusedState } from '@/lib/action'
import { requireActor } from '@/lib/auth'
import { editEvent } from '@/lib/events/commands'
import { refusalErrors } from '@/lib/events/rules'
import { eventIdSchema, eventSchema } from '@/lib/events/schema'
import { scopeFields } from '@/lib/events/series/schema'

/** Changes an event of one's own. */
export async function editAction(_state: FormState, form: FormData): Promise<FormState> {
  const id = eventIdSchema.safeParse(form.get('id'))
  if (!id.success) notFound()
  const parsed = parseForm(eventSchema, form)
  if (!parsed.ok) return parsed.state
  const locale = await getLocale()
  const actor = await requireActor(locale, `/${locale}/host/${id.data}/edit`)
  const kinds = await getTranslations('events.kinds')
  const scope = scopeFields.parse({
    scope: form.get('scope'),
    includeChanged: form.get('includeChanged') ?? undefined,
  })
  const result = await editEvent(actor, id.data, parsed.data, kinds(parsed.data.kind), scope)
  if (!result.ok) {
    if (result.reason === 'not_found') notFound()
    const { errors, message } = refusalErrors(result.reason)
    return refusedState(form, errors, message)
  }
  redirect(`/${locale}/host/${id.data}?done=${result.value.told ? 'told' : 'saved'}`)
}
