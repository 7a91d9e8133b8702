'use server'

import { getLocale } from 'next-intl/server'
import type { z } from 'zod'
import type { Actor } from '@/lib/accounts/schema'
import { type FormState, parseForm, refusedState } from '@/lib/action'
import { requireActor } from '@/lib/auth'
import { redirect } from '@/lib/i18n/navigation'
import type { Result } from '@/lib/result'
import { approveClaim, refuseClaim } from '@/lib/spaces/claims/commands'
import { claimRefSchema, refuseClaimSchema } from '@/lib/spaces/claims/schema'
import { keepOwner, removeOwner } from '@/lib/spaces/owners/commands'
import { ownerRefSchema, removeOwnerSchema } from '@/lib/spaces/owners/schema'

/** "Yes, it is theirs." */
export async function approveClaimAction(_state: FormState, form: FormData): Promise<FormState> {
  return decide(form, claimRefSchema, approveClaim, 'approved')
}

/** "No", and why. */
export async function refuseClaimAction(_state: FormState, form: FormData): Promise<FormState> {
  return decide(form, refuseClaimSchema, refuseClaim, 'refused')
}

/** The objection does not hold. */
export async function keepOwnerAction(_state: FormState, form: FormData): Promise<FormState> {
  return decide(form, ownerRefSchema, keepOwner, 'kept')
}

/** They are no owner any more. */
export async function removeOwnerAction(_state: FormState, form: FormData): Promise<FormState> {
  return decide(form, removeOwnerSchema, removeOwner, 'removed')
}

async function decide<T>(
  form: FormData,
  schema: z.ZodType<T>,
  work: (actor: Actor, input: T) => Promise<Result<undefined>>,
  done: string,
): Promise<FormState> {
  const parsed = parseForm(schema, form)
  if (!parsed.ok) return parsed.state
  const locale = await getLocale()
  const actor = await requireActor(locale, `/${locale}/admin/claims`)
  const answer = await work(actor, parsed.data)
  if (!answer.ok) return refusedState(form, {}, answer.reason)
  return redirect({ href: `/admin/claims?done=${done}`, locale })
}
