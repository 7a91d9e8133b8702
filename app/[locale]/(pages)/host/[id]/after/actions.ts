'use server'

import { notFound, redirect } from 'next/navigation'
import { getLocale } from 'next-intl/server'
import { type FormState, parseForm, refusedState } from '@/lib/action'
import { requireActor } from '@/lib/auth'
import { doAgain } from '@/lib/events/after/commands'
import { againSchema } from '@/lib/events/after/schema'
import { refusalErrors } from '@/lib/events/rules'

/** Publishes an event of one's own once more. */
export async function doAgainAction(_state: FormState, form: FormData): Promise<FormState> {
  const parsed = parseForm(againSchema, form)
  if (!parsed.ok) return parsed.state
  const { eventId } = parsed.data
  const locale = await getLocale()
  const result = await doAgain(await requireActor(locale, `/${locale}/host/${eventId}`), eventId)
  if (result.ok) redirect(`/${locale}/host/${result.value.id}?done=published`)
  if (result.reason === 'not_found') notFound()
  const { message } = result.reason === 'not_ready' ? { message: null } : refusalErrors(result.reason)
  // What is wrong with a field is mended in its form.
  if (!message) redirect(`/${locale}/host/new?from=${eventId}`)
  return refusedState(form, {}, message)
}
