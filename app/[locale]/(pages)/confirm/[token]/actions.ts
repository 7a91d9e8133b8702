'use server'

import { redirect } from 'next/navigation'
import { getLocale } from 'next-intl/server'
import { rsvpTokenSchema } from '@/lib/rsvps/schema'
import { confirmByToken } from '@/lib/rsvps/standing/commands'

/** Takes the seat that a mail offers. The page is shown again and says what came of it. */
export async function confirmFromMail(form: FormData): Promise<void> {
  const token = rsvpTokenSchema.catch('').parse(form.get('token'))
  await confirmByToken(token)
  redirect(`/${await getLocale()}/confirm/${encodeURIComponent(token)}`)
}
