'use server'

import { redirect } from 'next/navigation'
import { getLocale } from 'next-intl/server'
import { leaveByToken, quietByToken } from '@/lib/rsvps/commands'
import { rsvpTokenSchema } from '@/lib/rsvps/schema'

/** Gives up the seat of a mail's link. The page is shown again and says what came of it. */
export async function leaveFromMail(form: FormData): Promise<void> {
  const token = rsvpTokenSchema.catch('').parse(form.get('token'))
  const answer = await leaveByToken(token)
  const query = answer.ok ? `?done=${answer.value.promoted ? 'promoted' : 'left'}` : ''
  redirect(`/${await getLocale()}/leave/${encodeURIComponent(token)}${query}`)
}

/** No more mail about this outing; the seat stays. */
export async function quietFromMail(form: FormData): Promise<void> {
  const token = rsvpTokenSchema.catch('').parse(form.get('token'))
  await quietByToken(token)
  redirect(`/${await getLocale()}/leave/${encodeURIComponent(token)}`)
}
