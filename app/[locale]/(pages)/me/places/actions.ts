'use server'

import { refresh } from 'next/cache'
import { getLocale } from 'next-intl/server'
import type { Actor } from '@/lib/accounts/schema'
import { doneState, type FormState, parseForm, refusedState } from '@/lib/action'
import { requireActor } from '@/lib/auth'
import type { Result } from '@/lib/result'
import { undoCorrection, withdrawCorrection } from '@/lib/spaces/corrections/commands'
import { correctionRefSchema } from '@/lib/spaces/corrections/schema'

/** Takes back what one said, while nobody has decided about it. */
export async function withdrawAction(_state: FormState, form: FormData): Promise<FormState> {
  return onMine(form, withdrawCorrection)
}

/** Takes back what was applied on one's word alone. */
export async function undoMineAction(_state: FormState, form: FormData): Promise<FormState> {
  return onMine(form, undoCorrection)
}

async function onMine(
  form: FormData,
  work: (actor: Actor, id: string) => Promise<Result<undefined, string>>,
): Promise<FormState> {
  const parsed = parseForm(correctionRefSchema, form)
  if (!parsed.ok) return parsed.state
  const locale = await getLocale()
  const actor = await requireActor(locale, `/${locale}/me/places`)
  const result = await work(actor, parsed.data.id)
  if (!result.ok) return refusedState(form, {}, result.reason)
  refresh()
  return doneState()
}
