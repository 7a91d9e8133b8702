'use server'

import { notFound, redirect } from 'next/navigation'
import { getLocale } from 'next-intl/server'
import { type FormState, parseForm, refusedState } from '@/lib/action'
import { requireActor } from '@/lib/auth'
import { cancelEvent } from '@/lib/events/commands'
import { refusalErrors } from '@/lib/events/rules'
import { cancelSchema } from '@/lib/events/schema'
import { scopeFields } from '@/lib/events/series/schema'

/** Calls an event of one's own off. */
export async function cancelAction(_state: FormState, form: FormData): Promise<FormState> {
  const parsed = parseForm(cancelSchema, form)
  if (!parsed.ok) return parsed.state
  const { id } = parsed.data
  const locale = await getLocale()
  const actor = await requireActor(locale, `/${locale}/host/${id}/cancel`)
  const { scope } = scopeFields.parse({ scope: form.get('scope') })
  const result = await cancelEvent(actor, { ...parsed.data, scope })
  if (!result.ok) {
    if (result.reason === 'not_found') notFound()
    const { errors, message } = refusalErrors(result.reason)
    return refusedState(form, errors, message)
  }
  redirect(`/${locale}/host/${id}?done=cancelled`)
}
