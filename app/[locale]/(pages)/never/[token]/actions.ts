'use server'

import { redirect } from 'next/navigation'
import { getLocale } from 'next-intl/server'
import { neverAgain } from '@/lib/safety/commands'
import { safetyTokenSchema } from '@/lib/safety/schema'

/** Nobody here writes to this address again. The page is shown again and says so. */
export async function neverAgainFromMail(form: FormData): Promise<void> {
  const token = safetyTokenSchema.catch('').parse(form.get('token'))
  await neverAgain(token)
  redirect(`/${await getLocale()}/never/${encodeURIComponent(token)}`)
}
