'use server'

import { redirect } from 'next/navigation'
import { getLocale } from 'next-intl/server'
import { doneState, type FormState, parseForm, refusedState } from '@/lib/action'
import { discardDead, retryDead, sendTestMail, type TestMail } from '@/lib/admin/commands'
import { deadJobSchema } from '@/lib/admin/schema'
import { requireActor } from '@/lib/auth'

/** Sends the administrator a mail, and says what the SMTP server answered. */
export async function testMailAction(
  _state: FormState<TestMail>,
  form: FormData,
): Promise<FormState<TestMail>> {
  const locale = await getLocale()
  const sent = await sendTestMail(await requireActor(locale, `/${locale}/admin`))
  return sent.ok ? doneState(sent.value) : refusedState(form, {}, sent.reason)
}

/** Tries a given-up job again, or all of them. */
export async function retryDeadAction(form: FormData): Promise<void> {
  await settle(form, retryDead, 'retried')
}

/** Throws a given-up job away, or all of them. */
export async function discardDeadAction(form: FormData): Promise<void> {
  await settle(form, discardDead, 'discarded')
}

async function settle(form: FormData, work: typeof retryDead, done: 'retried' | 'discarded'): Promise<never> {
  const locale = await getLocale()
  const actor = await requireActor(locale, `/${locale}/admin`)
  const parsed = parseForm(deadJobSchema, form)
  const result = parsed.ok ? await work(actor, parsed.data.job) : null
  redirect(`/${locale}/admin?${result?.ok ? `done=${done}&count=${result.value}` : ''}`)
}
