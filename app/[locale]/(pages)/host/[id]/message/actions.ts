'use server'

import { notFound, redirect } from 'next/navigation'
import { getLocale } from 'next-intl/server'
import { type FormState, parseForm, refusedState } from '@/lib/action'
import { requireActor } from '@/lib/auth'
import { sendMessage } from '@/lib/events/messages/commands'
import { messageSchema } from '@/lib/events/messages/schema'

/** Writes to those who come to an event of one's own. */
export async function sendMessageAction(_state: FormState, form: FormData): Promise<FormState> {
  const parsed = parseForm(messageSchema, form)
  if (!parsed.ok) return parsed.state
  const { eventId } = parsed.data
  const locale = await getLocale()
  const path = `/${locale}/host/${eventId}/message`
  const result = await sendMessage(await requireActor(locale, path), parsed.data)
  if (result.ok) redirect(`${path}?done=sent`)
  if (result.reason === 'not_found') notFound()
  return refusedState(form, {}, result.reason === 'over' ? 'message_over' : result.reason)
}
