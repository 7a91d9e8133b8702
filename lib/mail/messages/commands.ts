import { now } from '@/lib/clock'
import { db } from '@/lib/db'
import type { JobData } from '@/lib/jobs/schema'
import { guestLetterOf, sendLetter } from '@/lib/mail/commands'
import { rsvpForMail } from '@/lib/rsvps/queries'
import { messageForMail } from './queries'
import { hostMessageLetter } from './rules'

/** One job for each guest, whose id is made of the message's and the RSVP's: done again, nobody gets it twice. */
export async function fanOutMessage({
  messageId,
  everybody,
  answers,
}: JobData<'host_message'>): Promise<void> {
  await db.$executeRaw`
    SELECT job_write(
      'guest_told_message',
      jsonb_build_object('rsvpId', rsvps.id, 'messageId', host_messages.id, 'answers', ${answers}::boolean),
      ${now()}::timestamptz, md5(host_messages.id::text || rsvps.id)::uuid)
    FROM host_messages JOIN rsvps USING (event_id)
    WHERE host_messages.id = ${messageId}::uuid AND (status IN ('going', 'offered')
      OR ${everybody}::boolean AND status IN ('waitlisted', 'asked', 'maybe'))`
}

/** Mails a host's word to one guest, unless they left meanwhile or want none. Answers whether it was sent. */
export async function tellMessage({
  rsvpId,
  messageId,
  answers,
}: JobData<'guest_told_message'>): Promise<boolean> {
  const [rsvp, message] = await Promise.all([rsvpForMail(rsvpId), messageForMail(messageId)])
  if (!rsvp || !message || rsvp.quiet || ['cancelled', 'declined', 'removed'].includes(rsvp.status))
    return false
  const { outing, sender, to } = guestLetterOf(rsvp)
  const { name, user } = message.sender
  const letter = hostMessageLetter(outing, { from: name, body: message.body, answers }, sender)
  return sendLetter(letter, to, 'host_message', {
    messageKey: `message-${messageId}-${rsvpId}`,
    ...(answers ? { replyTo: { name, address: user.email } } : {}),
  })
}
