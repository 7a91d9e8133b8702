'use server'

import { redirect } from 'next/navigation'
import { getLocale } from 'next-intl/server'
import { answerByToken } from '@/lib/safety/commands'
import { safetyTokenSchema } from '@/lib/safety/schema'

/** "I've left", or "I stay an hour more". The page is shown again and says what came of it. */
export async function answerFromMail(form: FormData): Promise<void> {
  const token = safetyTokenSchema.catch('').parse(form.get('token'))
  await answerByToken(token, form.get('answer') === 'longer' ? 'longer' : 'left')
  redirect(`/${await getLocale()}/left/${encodeURIComponent(token)}`)
}
