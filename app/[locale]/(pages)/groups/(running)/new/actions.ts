'use server'

import { redirect } from 'next/navigation'
import { getLocale } from 'next-intl/server'
import { type FormState, parseForm, refusedState } from '@/lib/action'
import { requireActor } from '@/lib/auth'
import { createGroup } from '@/lib/groups/commands'
import { groupPath } from '@/lib/groups/rules'
import { groupSchema } from '@/lib/groups/schema'

/** Begins a group. */
export async function createGroupAction(_state: FormState, form: FormData): Promise<FormState> {
  const parsed = parseForm(groupSchema, form)
  if (!parsed.ok) return parsed.state
  const locale = await getLocale()
  const result = await createGroup(await requireActor(locale, `/${locale}/groups/new`), parsed.data)
  if (!result.ok) return refusedState(form, {}, result.reason)
  redirect(`/${locale}${groupPath(result.value)}?done=begun`)
}
