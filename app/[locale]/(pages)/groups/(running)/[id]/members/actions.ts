'use server'

import { notFound, redirect } from 'next/navigation'
import { getLocale } from 'next-intl/server'
import type { z } from 'zod'
import type { Actor } from '@/lib/accounts/schema'
import { type FormState, parseForm, refusedState } from '@/lib/action'
import { requireActor } from '@/lib/auth'
import { handOverGroup, setRole } from '@/lib/groups/commands'
import { handOverGroupSchema, memberRoleSchema } from '@/lib/groups/schema'
import type { Result } from '@/lib/result'

/** A member organizes, no longer does, or is out. */
export async function memberRoleAction(_state: FormState, form: FormData): Promise<FormState> {
  return asOwner(form, memberRoleSchema, setRole, 'settled')
}

/** Gives the group to a member. */
export async function handOverGroupAction(_state: FormState, form: FormData): Promise<FormState> {
  return asOwner(form, handOverGroupSchema, handOverGroup, 'handed')
}

async function asOwner<S extends z.ZodType<{ groupId: string }>>(
  form: FormData,
  schema: S,
  work: (actor: Actor, data: z.output<S>) => Promise<Result<undefined, string>>,
  done: string,
): Promise<FormState> {
  const parsed = parseForm(schema, form)
  if (!parsed.ok) return parsed.state
  const page = `/${await getLocale()}/groups/${parsed.data.groupId}/members`
  const result = await work(await requireActor(await getLocale(), page), parsed.data)
  if (!result.ok && result.reason === 'not_found') notFound()
  if (!result.ok) return refusedState(form, {}, result.reason)
  redirect(`${page}?done=${done}`)
}
