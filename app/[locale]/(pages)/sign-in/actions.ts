'use server'

import { redirect } from 'next/navigation'
import { requestCode } from '@/lib/accounts/codes/commands'
import { seatRequestSchema, signInSchema } from '@/lib/accounts/codes/schema'
import { clientAddress, type FormState, parseForm, refusedState } from '@/lib/action'

/** Sends a code to sign in with, or to confirm the seat that was asked for before. */
export async function askToSignIn(_state: FormState, form: FormData): Promise<FormState> {
  const parsed = parseForm(form.has('eventId') ? seatRequestSchema : signInSchema, form)
  if (!parsed.ok) return parsed.state
  const answer = await requestCode(parsed.data, await clientAddress())
  if (!answer.ok) return refusedState(form, {}, `code_${answer.reason}`)
  redirect(`/${parsed.data.locale}/sign-in/code/${answer.value.id}`)
}
