'use server'

import { notFound, redirect } from 'next/navigation'
import { getLocale } from 'next-intl/server'
import type { Actor } from '@/lib/accounts/schema'
import { type FormState, parseForm, refusedState } from '@/lib/action'
import { requireActor } from '@/lib/auth'
import { joinGroup, leaveGroup } from '@/lib/groups/commands'
import { groupRefSchema } from '@/lib/groups/schema'
import type { Result } from '@/lib/result'

/** Follows a group: becomes a member, who hears of its new outings. */
export async function followAction(_state: FormState, form: FormData): Promise<FormState> {
  return asMember(form, joinGroup, 'followed')
}

/** Follows it no longer. */
export async function unfollowAction(_state: FormState, form: FormData): Promise<FormState> {
  return asMember(form, leaveGroup, 'left')
}

async function asMember(
  form: FormData,
  work: (actor: Actor, groupId: string) => Promise<Result<undefined, string>>,
  done: string,
): Promise<FormState> {
  const parsed = parseForm(groupRefSchema, form)
  if (!parsed.ok) return parsed.state
  const locale = await getLocale()
  const page = `/${locale}/groups/${parsed.data.groupId}`
  const result = await work(await requireActor(locale, page), parsed.data.groupId)
  if (!result.ok && result.reason === 'not_found') notFound()
  if (!result.ok) return refusedState(form, {}, result.reason)
  redirect(`${page}/-?done=${done}`)
}
