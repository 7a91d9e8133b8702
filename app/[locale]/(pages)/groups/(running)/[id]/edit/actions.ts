'use server'

import { notFound, redirect } from 'next/navigation'
import { getLocale } from 'next-intl/server'
import { type FormState, parseForm } from '@/lib/action'
import { requireActor } from '@/lib/auth'
import { deleteGroup, editGroup } from '@/lib/groups/commands'
import { groupPath } from '@/lib/groups/rules'
import { editGroupSchema, groupRefSchema } from '@/lib/groups/schema'

/** Changes what a group says of itself. */
export async function editGroupAction(_state: FormState, form: FormData): Promise<FormState> {
  const parsed = parseForm(editGroupSchema, form)
  if (!parsed.ok) return parsed.state
  const { groupId, ...words } = parsed.data
  const locale = await getLocale()
  const actor = await requireActor(locale, `/${locale}/groups/${groupId}/edit`)
  const result = await editGroup(actor, groupId, words)
  if (!result.ok) notFound()
  redirect(`/${locale}${groupPath({ id: groupId, name: words.name })}?done=saved`)
}

/** Ends a group. */
export async function deleteGroupAction(_state: FormState, form: FormData): Promise<FormState> {
  const parsed = parseForm(groupRefSchema, form)
  if (!parsed.ok) return parsed.state
  const { groupId } = parsed.data
  const locale = await getLocale()
  const result = await deleteGroup(await requireActor(locale, `/${locale}/groups/${groupId}/edit`), groupId)
  if (!result.ok) notFound()
  redirect(`/${locale}/groups?done=deleted`)
}
