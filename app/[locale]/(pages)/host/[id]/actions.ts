'use server'

import { notFound, redirect } from 'next/navigation'
import { getLocale } from 'next-intl/server'
import { type FormState, parseForm, refusedState } from '@/lib/action'
import { requireActor } from '@/lib/auth'
import { admitGuest, removeGuest } from '@/lib/events/guests/commands'
import { refusalErrors } from '@/lib/events/rules'
import { admitGuestSchema, removeGuestSchema } from '@/lib/events/schema'

/** Takes somebody off the list of an event of one's own. */
export async function removeGuestAction(_state: FormState, form: FormData): Promise<FormState> {
  const parsed = parseForm(removeGuestSchema, form)
  if (!parsed.ok) return parsed.state
  const { eventId } = parsed.data
  const locale = await getLocale()
  const actor = await requireActor(locale, `/${locale}/host/${eventId}`)
  const result = await removeGuest(actor, parsed.data)
  if (!result.ok) {
    if (result.reason === 'not_found') notFound()
    const { errors, message } = refusalErrors(result.reason)
    return refusedState(form, errors, message)
  }
  redirect(`/${locale}/host/${eventId}?done=${result.value.promoted ? 'promoted' : 'removed'}`)
}

/** Lets somebody in who asked. */
export async function admitGuestAction(_state: FormState, form: FormData): Promise<FormState> {
  const parsed = parseForm(admitGuestSchema, form)
  if (!parsed.ok) return parsed.state
  const { eventId } = parsed.data
  const locale = await getLocale()
  const actor = await requireActor(locale, `/${locale}/host/${eventId}`)
  const result = await admitGuest(actor, parsed.data)
  if (!result.ok) {
    if (result.reason === 'not_found') notFound()
    const { errors, message } = refusalErrors(result.reason)
    return refusedState(form, errors, message)
  }
  redirect(`/${locale}/host/${eventId}?done=admitted`)
}
