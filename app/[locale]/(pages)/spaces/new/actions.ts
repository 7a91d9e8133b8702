'use server'

import { getLocale } from 'next-intl/server'
import { type FormState, parseForm, refusedState } from '@/lib/action'
import { currentActor, requireActor } from '@/lib/auth'
import { redirect } from '@/lib/i18n/navigation'
import { addSpace } from '@/lib/spaces/additions/commands'
import { additionSchema } from '@/lib/spaces/additions/schema'
import { FORM_FIELDS, pathWith } from '@/lib/spaces/edits/rules'
import { LISTS } from '@/lib/spaces/edits/schema'

/** Where a refusal stands in the form. */
const AT: Record<string, string> = { place_required: 'city', town_unknown: 'city' }

/** Puts a place on the map, once nothing that is there can be it. What was typed comes back until then. */
export async function addSpaceAction(_state: FormState, form: FormData): Promise<FormState> {
  const parsed = parseForm(additionSchema, form, LISTS)
  if (!parsed.ok) return parsed.state
  const locale = await getLocale()
  const here = `/${locale}/spaces/new`
  const typed = FORM_FIELDS.map((name) => [name, form.getAll(name).map(String).filter(Boolean)] as const)
  const back = pathWith(here, Object.fromEntries(typed.filter(([, values]) => values.length > 0)))
  // What does not fit an address stays in the form.
  if (!back && !(await currentActor())) return refusedState(form, {}, 'signed_out')
  const actor = await requireActor(locale, back ?? here)
  const result = await addSpace(actor, parsed.data)
  if (!result.ok) {
    const field = AT[result.reason]
    return field ? refusedState(form, { [field]: result.reason }) : refusedState(form, {}, result.reason)
  }
  const added = result.value
  if ('doubles' in added) return { ...(await refusedState(form, {})), value: added }
  const words = added.words ? '&hours=words' : ''
  return redirect({ href: `/spaces/${added.id}/${added.slug}?done=added${words}`, locale })
}
