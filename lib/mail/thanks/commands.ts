import { now } from '@/lib/clock'
import { db } from '@/lib/db'
import { env } from '@/lib/env'
import { attendance, type NextEvent, nextLike } from '@/lib/events/after/queries'
import { howManyCame } from '@/lib/events/after/rules'
import type { Locale } from '@/lib/i18n/routing'
import { guestLetterOf, sender, sendLetter } from '@/lib/mail/commands'
import { surelyUnsent } from '@/lib/mail/rules'
import { rsvpForMail } from '@/lib/rsvps/queries'
import { hostOfEvent, kinOf } from './queries'
import { type Next, recapLetter, thanksLetter } from './rules'

/** With its page in a language. */
const addressed = (next: NextEvent | null, locale: Locale): Next | null =>
  next && { ...next, url: `${env().appUrl}/${locale}/events/${next.id}/${next.slug}` }

/**
 * Thanks somebody for having come, at most once: it is claimed before it leaves, and given back only when the mail
 * server surely took nothing. Answers whether it was sent.
 */
export async function thank(rsvpId: string): Promise<boolean> {
  const guest = await rsvpForMail(rsvpId)
  if (guest?.status !== 'going' || guest.quiet || guest.event.status !== 'published') return false
  const notice = { rsvpId, kind: 'thanks' as const, startsAt: guest.event.startsAt }
  const { count } = await db.notice.createMany({
    data: [{ ...notice, claimedAt: now() }],
    skipDuplicates: true,
  })
  if (count === 0) return false
  try {
    const { outing, sender, to } = guestLetterOf(guest)
    const next = addressed(await nextLike(await kinOf(guest.event.id), now()), sender.locale)
    return await sendLetter(thanksLetter(outing, next, sender), to, 'thanks', {
      messageKey: `thanks-${rsvpId}`,
    })
  } catch (error) {
    if (surelyUnsent(error)) await db.notice.deleteMany({ where: notice })
    throw error
  }
}

/** Tells a host how many came. Its Message-ID is the same at every attempt. Answers whether it was sent. */
export async function recap({ eventId, hostId }: { eventId: string; hostId: string }): Promise<boolean> {
  const found = await hostOfEvent(eventId, hostId)
  if (!found) return false
  const { event, host } = found
  const from = sender(host.locale as Locale)
  const count = howManyCame(await attendance(eventId))
  const next = addressed(await nextLike(event, now()), from.locale)
  const page = `${env().appUrl}/${host.locale}/host/${eventId}`
  const letter = recapLetter({ hostName: host.name, title: event.title, ...count, page, next }, from)
  return sendLetter(letter, { id: hostId, email: host.email }, 'hosting', {
    messageKey: `recap-${eventId}-${hostId}`,
  })
}
