'use server'

import { redirect } from 'next/navigation'
import { getLocale } from 'next-intl/server'
import { setMailByToken } from '@/lib/settings/commands'
import { unsubscribeTokenSchema } from '@/lib/settings/schema'

/** Ends one kind of mail, or brings it back. The page is shown again and says what came of it. */
export async function unsubscribeFromMail(form: FormData): Promise<void> {
  const token = unsubscribeTokenSchema.catch('').parse(form.get('token'))
  await setMailByToken(token, form.get('mail') === 'on')
  redirect(`/${await getLocale()}/unsubscribe/${encodeURIComponent(token)}`)
}
