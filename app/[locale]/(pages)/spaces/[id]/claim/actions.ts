'use server'

import { refresh } from 'next/cache'
import { getLocale } from 'next-intl/server'
import type { z } from 'zod'
import { codeIdSchema, codeSchema } from '@/lib/accounts/codes/schema'
import type { Actor } from '@/lib/accounts/schema'
import { clientAddress, doneState, type FormState, parseForm, refusedState } from '@/lib/action'
import { requireActor } from '@/lib/auth'
import { now } from '@/lib/clock'
import { redirect } from '@/lib/i18n/navigation'
import { type Result, refuse } from '@/lib/result'
import { claimByCode, claimByMail, claimByNote, withdrawClaim } from '@/lib/spaces/claims/commands'
import { claimPage } from '@/lib/spaces/claims/queries'
import { claimByMailSchema, claimByNoteSchema, claimedSpaceSchema } from '@/lib/spaces/claims/schema'

/** Sends a code to a mailbox of the place. */
export async function claimByMailAction(_state: FormState, form: FormData): Promise<FormState> {
  const network = await clientAddress()
  return settle(
    form,
    claimByMailSchema,
    ({ spaceId }) => spaceId,
    (actor, input) => claimByMail(actor, input, network),
  )
}

/** Sends it once more to the same mailbox. */
export async function claimAgainAction(_state: FormState, form: FormData): Promise<FormState> {
  const network = await clientAddress()
  return settle(
    form,
    codeIdSchema,
    ({ id }) => id,
    async (actor, { id }) => {
      const email = (await claimPage(id, actor, now()))?.code?.email
      return email ? claimByMail(actor, { spaceId: id, email }, network) : refuse('claim_gone')
    },
  )
}

/** Types the code: the place is theirs. */
export async function claimByCodeAction(_state: FormState, form: FormData): Promise<FormState> {
  const parsed = parseForm(codeSchema, form)
  if (!parsed.ok) return parsed.state
  const { id, code } = parsed.data
  const { actor, locale } = await signedIn(id)
  const answer = await claimByCode(actor, { spaceId: id, code })
  if (answer.ok) return redirect({ href: `/me/spaces/${id}?done=yours`, locale })
  if (answer.reason === 'code_wrong') return refusedState(form, { code: answer.reason })
  // The page itself says that a code has ended.
  refresh()
  return refusedState(form, {}, answer.reason)
}

/** Asks an administrator. */
export async function claimByNoteAction(_state: FormState, form: FormData): Promise<FormState> {
  return settle(form, claimByNoteSchema, ({ spaceId }) => spaceId, claimByNote)
}

/** Takes that back. */
export async function withdrawClaimAction(_state: FormState, form: FormData): Promise<FormState> {
  return settle(form, claimedSpaceSchema, ({ spaceId }) => spaceId, withdrawClaim)
}

async function signedIn(spaceId: string): Promise<{ actor: Actor; locale: 'fr' | 'en' }> {
  const locale = await getLocale()
  return { actor: await requireActor(locale, `/${locale}/spaces/${spaceId}/claim`), locale }
}

/** A mailbox that is not the place's is said at its field. */
const AT_EMAIL = new Set(['claim_elsewhere'])

async function settle<T>(
  form: FormData,
  schema: z.ZodType<T>,
  spaceOf: (input: T) => string,
  work: (actor: Actor, input: T) => Promise<Result<undefined>>,
): Promise<FormState> {
  const parsed = parseForm(schema, form)
  if (!parsed.ok) return parsed.state
  const { actor } = await signedIn(spaceOf(parsed.data))
  const answer = await work(actor, parsed.data)
  if (!answer.ok) {
    const { reason } = answer
    return AT_EMAIL.has(reason) ? refusedState(form, { email: reason }) : refusedState(form, {}, reason)
  }
  refresh()
  return doneState()
}
