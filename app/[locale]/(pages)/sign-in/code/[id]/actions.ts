'use server'

import { redirect } from 'next/navigation'
import { getLocale } from 'next-intl/server'
import { resendCode, verifyCode } from '@/lib/accounts/codes/commands'
import { codeIdSchema, codeSchema } from '@/lib/accounts/codes/schema'
import { clientAddress, type FormState, parseForm, refusedState } from '@/lib/action'
import { startSession } from '@/lib/auth'
import { noteTimeZone } from '@/lib/settings/commands'

/** Signs in with a code. The seat that was asked for comes with it; the event's page shows what came of that. */
export async function confirmCode(_state: FormState, form: FormData): Promise<FormState> {
  const parsed = parseForm(codeSchema, form)
  if (!parsed.ok) return parsed.state
  const { id, code } = parsed.data
  const proof = await verifyCode(id, code)
  if (!proof.ok && proof.reason === 'wrong') return refusedState(form, { code: 'code_wrong' })
  // The page itself says what a code's end means, and keeps everything for the next one.
  if (!proof.ok) redirect(`/${await getLocale()}/sign-in/code/${id}`)
  await startSession(proof.value.userId)
  await noteTimeZone(proof.value.userId, form.get('timeZone'))
  redirect(proof.value.returnTo)
}

/** Sends the code once more, or a new one when its time is over. */
export async function sendAgain(_state: FormState, form: FormData): Promise<FormState> {
  const parsed = parseForm(codeIdSchema, form)
  if (!parsed.ok) return parsed.state
  const answer = await resendCode(parsed.data.id, await clientAddress())
  if (!answer.ok) return refusedState(form, {}, `code_${answer.reason}`)
  redirect(`/${await getLocale()}/sign-in/code/${answer.value.id}?again=1`)
}
