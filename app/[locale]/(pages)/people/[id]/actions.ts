'use server'

import { redirect } from 'next/navigation'
import { getLocale } from 'next-intl/server'
import { type FormState, parseForm, refusedState } from '@/lib/action'
import { requireActor } from '@/lib/auth'
import { block, unblock } from '@/lib/blocks/commands'
import { blockSchema } from '@/lib/blocks/schema'
import { askOnline } from '@/lib/coffees/online/commands'
import { askOnlineSchema } from '@/lib/coffees/online/schema'

/** Hides oneself and somebody from each other. */
export async function blockAction(_state: FormState, form: FormData): Promise<FormState> {
  return settle(form, block, 'blocked')
}

/** Takes that back. */
export async function unblockAction(_state: FormState, form: FormData): Promise<FormState> {
  return settle(form, unblock, 'unblocked')
}

/** Asks somebody for an e-coffee. */
export async function askOnlineAction(_state: FormState, form: FormData): Promise<FormState> {
  const parsed = parseForm(askOnlineSchema, form, ['times'])
  if (!parsed.ok) return parsed.state
  const locale = await getLocale()
  const actor = await requireActor(locale, `/${locale}/people/${parsed.data.personId}`)
  const result = await askOnline(actor, parsed.data)
  if (!result.ok)
    return refusedState(form, result.reason === 'room_link' ? { room: result.reason } : {}, result.reason)
  redirect(`/${locale}/coffees/${result.value}?done=asked`)
}

async function settle(form: FormData, work: typeof block | typeof unblock, done: string): Promise<FormState> {
  const parsed = parseForm(blockSchema, form)
  if (!parsed.ok) return parsed.state
  const locale = await getLocale()
  const page = `/${locale}/me/blocks`
  const result = await work(await requireActor(locale, page), parsed.data.personId)
  if (!result.ok) return refusedState(form, {}, result.reason)
  redirect(`${page}?done=${done}`)
}
