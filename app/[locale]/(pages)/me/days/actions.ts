'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { getLocale } from 'next-intl/server'
import { doneState, type FormState, parseForm, refusedState } from '@/lib/action'
import { requireActor } from '@/lib/auth'
import { addClientDay, removeClientDay } from '@/lib/presence/clientdays/commands'
import { type ClientDayInput, clientDaySchema } from '@/lib/presence/clientdays/schema'
import { forgetDays } from '@/lib/presence/commands'

const page = (locale: string) => `/${locale}/me/days`
const own = async (locale: 'fr' | 'en') => requireActor(locale, page(locale))

/** Says a client day, or says it of another town. */
export async function addDayAction(_state: FormState, form: FormData): Promise<FormState> {
  const locale = await getLocale()
  const actor = await own(locale)
  const parsed = parseForm(clientDaySchema, form)
  if (!parsed.ok) return parsed.state
  const result = await addClientDay(actor, parsed.data)
  if (!result.ok)
    return result.reason === 'area_unknown'
      ? refusedState(form, { area: result.reason })
      : refusedState(form, {}, result.reason)
  redirect(`${page(locale)}?done=added`)
}

/** Forgets a client day, and answers what it was, so that it can be undone. */
export async function removeDayAction(
  _state: FormState<ClientDayInput>,
  form: FormData,
): Promise<FormState<ClientDayInput>> {
  const actor = await own(await getLocale())
  const parsed = parseForm(clientDaySchema, form)
  if (!parsed.ok) return parsed.state
  await removeClientDay(actor, parsed.data)
  refresh()
  return doneState(parsed.data)
}

/** Forgets everything that was said of where somebody works. */
export async function forgetAction(): Promise<FormState> {
  const locale = await getLocale()
  await forgetDays(await own(locale))
  redirect(`${page(locale)}?done=forgotten`)
}
