'use server'

import { getLocale } from 'next-intl/server'
import { type FormState, parseForm, refusedState } from '@/lib/action'
import { currentActor, requireActor } from '@/lib/auth'
import { redirect } from '@/lib/i18n/navigation'
import { suggestCorrection } from '@/lib/spaces/corrections/commands'
import { correctionSchema } from '@/lib/spaces/corrections/schema'
import { changedFields, pathWith, shown } from '@/lib/spaces/edits/rules'
import { LISTS, type SpaceField, type SpaceForm } from '@/lib/spaces/edits/schema'

/** Sends what somebody would change about a place. Whoever is no longer signed in comes back to what they typed. */
export async function correctAction(_state: FormState, form: FormData): Promise<FormState> {
  const parsed = parseForm(correctionSchema, form, LISTS)
  if (!parsed.ok) return parsed.state
  const { spaceId, note, seen, ...fields } = parsed.data
  const locale = await getLocale()
  const here = `/${locale}/spaces/${spaceId}/-/correct`
  const typed = { ...textsOf(changedFields(seen ?? {}, fields)), ...(note ? { note } : {}) }
  const back = pathWith(here, typed)
  // What does not fit an address stays in the form.
  if (!back && !(await currentActor())) return refusedState(form, {}, 'signed_out')
  const actor = await requireActor(locale, back ?? here)
  const result = await suggestCorrection(actor, parsed.data)
  if (!result.ok) return refusedState(form, {}, result.reason)
  const { applied, words } = result.value
  const done = `${applied ? 'applied' : 'sent'}${words ? '&hours=words' : ''}`
  return redirect({ href: `/spaces/${spaceId}/-?done=${done}`, locale })
}

const textsOf = (fields: SpaceForm) =>
  Object.fromEntries(
    Object.entries(fields).map(([field, value]) => [field, shown(field as SpaceField, value)]),
  )
