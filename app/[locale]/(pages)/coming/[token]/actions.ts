'use server'

import { redirect } from 'next/navigation'
import { getLocale } from 'next-intl/server'
import { reconfirmByToken } from '@/lib/reminders/commands'
import { rsvpTokenSchema } from '@/lib/rsvps/schema'

/** "Yes, I still come." The page is shown again and says what came of it. */
export async function reconfirmFromMail(form: FormData): Promise<void> {
  const token = rsvpTokenSchema.catch('').parse(form.get('token'))
  await reconfirmByToken(token)
  redirect(`/${await getLocale()}/coming/${encodeURIComponent(token)}`)
}
