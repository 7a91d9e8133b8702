'use server'

import { getLocale } from 'next-intl/server'
import { type FormState, parseForm, refusedState } from '@/lib/action'
import { requireActor } from '@/lib/auth'
import { redirect } from '@/lib/i18n/navigation'
import { decideCorrection, undoCorrection } from '@/lib/spaces/corrections/commands'
import { correctionRefSchema, decisionSchema } from '@/lib/spaces/corrections/schema'

/** Applies or refuses what somebody says of a place. */
export async function decideAction(_state: FormState, form: FormData): Promise<FormState> {
  const parsed = parseForm(decisionSchema, form, ['fields'])
  if (!parsed.ok) return parsed.state
  const locale = await getLocale()
  const actor = await requireActor(locale, `/${locale}/admin/corrections`)
  const { id, decision, answer, fields } = parsed.data
  const result = await decideCorrection(actor, id, decision, answer, fields)
  if (!result.ok) return refusedState(form, {}, result.reason)
  return redirect({ href: `/admin/corrections?done=${decision === 'apply' ? 'applied' : 'refused'}`, locale })
}

/** Takes back what was applied. */
export async function undoAction(_state: FormState, form: FormData): Promise<FormState> {
  const parsed = parseForm(correctionRefSchema, form)
  if (!parsed.ok) return parsed.state
  const locale = await getLocale()
  const actor = await requireActor(locale, `/${locale}/admin/corrections`)
  const result = await undoCorrection(actor, parsed.data.id)
  if (!result.ok) return refusedState(form, {}, result.reason)
  return redirect({ href: '/admin/corrections?done=undone', locale })
}
