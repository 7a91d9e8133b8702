'use server'

import { redirect } from 'next/navigation'
import { getLocale } from 'next-intl/server'
import { verifyLink } from '@/lib/accounts/codes/commands'
import { linkTokenSchema } from '@/lib/accounts/codes/schema'
import { startSession } from '@/lib/auth'
import { noteTimeZone } from '@/lib/settings/commands'

/** Signs in with the mailed link, on the press of its button: a scanner that looks at the page signs nobody in. */
export async function confirmLink(form: FormData): Promise<void> {
  const token = linkTokenSchema.safeParse(form.get('token'))
  const proof = token.success ? await verifyLink(token.data) : null
  if (!proof?.ok) redirect(`/${await getLocale()}/sign-in/link/spent`)
  await startSession(proof.value.userId)
  await noteTimeZone(proof.value.userId, form.get('timeZone'))
  redirect(proof.value.returnTo)
}
