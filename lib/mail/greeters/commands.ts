import { now } from '@/lib/clock'
import { env } from '@/lib/env'
import { openRequest } from '@/lib/events/greeters/queries'
import type { Locale } from '@/lib/i18n/routing'
import { sender, sendLetter } from '@/lib/mail/commands'
import { greeterAskedLetter } from './rules'

/** Asks somebody to greet, while they come and have not answered. Answers whether it was sent. */
export async function tellGreeter(
  { eventId, freelancerId }: { eventId: string; freelancerId: string },
  jobId: string,
): Promise<boolean> {
  const asked = await openRequest(eventId, freelancerId, now())
  if (!asked) return false
  const { id, email, locale } = asked.freelancer.user
  const link = `${env().appUrl}/${locale}/events/${eventId}`
  const letter = greeterAskedLetter(asked, link, sender(locale as Locale))
  return sendLetter(letter, { id, email }, 'host_message', { messageKey: `job-${jobId}` })
}
