import { createTranslator } from 'next-intl'
import { codeForMail } from '@/lib/accounts/codes/queries'
import { eventsCalendar, type Parties } from '@/lib/calendar/ics'
import { now } from '@/lib/clock'
import { env } from '@/lib/env'
import { revealed } from '@/lib/events/place/rules'
import { addressStands } from '@/lib/homes/rules'
import en from '@/lib/i18n/messages/en.json'
import fr from '@/lib/i18n/messages/fr.json'
import type { Locale } from '@/lib/i18n/routing'
import type { JobPayload } from '@/lib/jobs/schema'
import { deliver } from '@/lib/mail/delivery/commands'
import {
  askedLetter,
  cancelledLetter,
  changedLetter,
  codeLetter,
  confirmedLetter,
  eventCancelledLetter,
  lapsedLetter,
  offeredLetter,
  promotedLetter,
  removedLetter,
  waitlistedLetter,
} from '@/lib/mail/letters/rules'
import type { Outing, Sender, Words } from '@/lib/mail/letters/schema'
import { rsvpToken } from '@/lib/rsvps/commands'
import { placeInQueue, rsvpForMail } from '@/lib/rsvps/queries'
import type { RsvpStatus } from '@/lib/rsvps/schema'
import { unsubscribeToken } from '@/lib/settings/commands'
import { wants } from '@/lib/settings/queries'
import { type GuestJobKind, kindOfJob, listId } from '@/lib/settings/rules'
import type { MessageKind } from '@/lib/settings/terms'
import { slugify } from '@/lib/slug'
import { addressOf, letterHtml, letterText } from './rules'
import type { Letter, OutgoingMail } from './schema'

type RsvpJob = Extract<JobPayload, { kind: GuestJobKind }>
type GuestRsvp = NonNullable<Awaited<ReturnType<typeof rsvpForMail>>>

/** Who writes, in a person's language. */
export function sender(locale: Locale): Sender {
  const words: Words = createTranslator({ locale, messages: locale === 'fr' ? fr : en, namespace: 'mail' })
  return { locale, words, instanceName: env().instanceName, now: now() }
}

/** A letter as it leaves. `messageKey` is the same at every attempt. */
export function outgoing(letter: Letter, to: string, messageKey: string): OutgoingMail {
  return { to, subject: letter.subject, text: letterText(letter), html: letterHtml(letter), messageKey }
}

/** Mails a sign-in code; a code that was used or ran out meanwhile is not sent any more. Answers what was sent. */
export async function sendCode(
  codeId: string,
  jobId: string,
): Promise<{ code: string; email: string } | null> {
  const found = await codeForMail(codeId)
  if (!found) return null
  const { code, token, email, locale, eventTitle } = found
  const link = `${env().appUrl}/${locale}/sign-in/link/${token}`
  const letter = codeLetter({ code, link, eventTitle }, sender(locale))
  return (await deliver(outgoing(letter, email, `job-${jobId}`))) ? { code, email } : null
}

/** Mails a guest about their RSVP, unless it says something else by now or they asked for quiet. Answers whether it was sent. */
export async function sendToGuest(job: RsvpJob, jobId: string): Promise<boolean> {
  const ids = 'others' in job ? [job.rsvpId, ...job.others] : [job.rsvpId]
  const all = (await Promise.all(ids.map(rsvpForMail))).filter((one) => one !== null)
  const found = all.filter(({ quiet }) => !quiet)
  const [rsvp, ...told] = ids.length > 1 ? found.filter(isComing) : found
  if (!rsvp) return false
  const { email, locale } = rsvp.freelancer.user
  const letter = await letterFor(job, rsvp, told, sender(locale as Locale))
  if (!letter) return false
  return sendLetter(letter, { id: rsvp.freelancerId, email }, kindOfJob(job.kind), {
    messageKey: `job-${jobId}`,
    calendar: calendarFor(job, [rsvp, ...told]),
    // The way out of one outing; of several, the kind's own holds.
    ...(told.length > 0 ? {} : { unsubscribeUrl: `${env().appUrl}/api/leave/${rsvpToken(rsvp.id)}` }),
  })
}

type Envelope = Pick<OutgoingMail, 'messageKey' | 'calendar' | 'unsubscribeUrl' | 'replyTo'>

/**
 * Sends a letter of some kind to a person, unless they want none of that kind. The one way out for every mail but
 * sign-in codes: here each gets its list, its one-click unsubscribe (from the kind, unless the envelope names
 * something narrower) and the links to what can be settled. Answers whether it was sent.
 */
export async function sendLetter(
  letter: Letter,
  to: { id: string; email: string },
  kind: MessageKind,
  envelope: Envelope,
): Promise<boolean> {
  if (!(await wants(to.id, kind, 'mail'))) return false
  const { appUrl } = env()
  const { words, instanceName } = sender(letter.locale)
  const token = unsubscribeToken(to.id, kind)
  const home = `${appUrl}/${letter.locale}`
  const footerLinks = [
    { label: words('unsubscribeLink'), url: `${home}/unsubscribe/${token}` },
    { label: words('settingsLink'), url: `${home}/me/messages` },
  ]
  return deliver({
    ...outgoing({ ...letter, footerLinks }, to.email, envelope.messageKey),
    unsubscribeUrl: `${appUrl}/api/unsubscribe/${token}`,
    list: {
      name: `${instanceName} ${kind.replaceAll('_', ' ')}`,
      id: listId(kind, new URL(appUrl).hostname),
    },
    ...envelope,
  })
}

function outingOf({ id, status, freelancer, event }: GuestRsvp, locale: Locale): Outing {
  const { organizer, cancelMessage, ...calendarEvent } = asKnown(event, status)
  const home = `${env().appUrl}/${locale}`
  return {
    guestName: freelancer.name,
    organizerName: organizer.name,
    cancelMessage,
    event: calendarEvent,
    links: {
      event: `${home}/events/${event.id}/${slugify(event.title)}`,
      leave: `${home}/leave/${rsvpToken(id)}`,
      confirm: `${home}/confirm/${rsvpToken(id)}`,
      coming: `${home}/coming/${rsvpToken(id)}`,
      explore: home,
    },
  }
}

/** What a letter to a guest is written from, and to whom it goes. */
export function guestLetterOf(rsvp: GuestRsvp) {
  const { email, locale } = rsvp.freelancer.user
  return {
    outing: outingOf(rsvp, locale as Locale),
    sender: sender(locale as Locale),
    to: { id: rsvp.freelancerId, email },
  }
}

type Told = { kind: string; status: string; endsAt: Date; hiddenPlace: unknown; onlineUrl: string | null }

/** The exact place and the online room are for those who have a seat. */
function asKnown<E extends Told>(event: E, status: RsvpStatus): E {
  if (status === 'going' && !addressStands(event, now())) return { ...event, onlineUrl: null }
  return status === 'going' ? revealed(event) : { ...event, onlineUrl: null }
}

/** The letter of a job, or null when what it tells is no longer so. */
async function letterFor(
  job: RsvpJob,
  rsvp: GuestRsvp,
  others: GuestRsvp[],
  from: Sender,
): Promise<Letter | null> {
  const outing = outingOf(rsvp, from.locale)
  const dates = others.map((other) => outingOf(other, from.locale))
  const { status } = rsvp
  switch (job.kind) {
    case 'rsvp_confirmed':
      return status === 'going' ? confirmedLetter(outing, from) : null
    case 'rsvp_promoted':
      return status === 'going' ? promotedLetter(outing, from) : null
    case 'rsvp_waitlisted':
      if (status !== 'waitlisted') return null
      return waitlistedLetter(outing, await placeInQueue(rsvp.eventId, rsvp.position), from)
    case 'rsvp_asked':
      return status === 'asked' ? askedLetter(outing, from) : null
    case 'rsvp_offered':
      return status === 'offered' && rsvp.heldUntil ? offeredLetter(outing, rsvp.heldUntil, from) : null
    case 'offer_lapsed':
      return status === 'cancelled' ? lapsedLetter(outing, from) : null
    case 'rsvp_cancelled':
      return hasLeft(rsvp) ? cancelledLetter(outing, job.was, from) : null
    case 'guest_removed':
      return status === 'removed' ? removedLetter(outing, job.note, from) : null
    case 'guest_told_change':
      return isComing(rsvp) ? changedLetter(outing, dates, job.what, from) : null
    case 'guest_told_cancellation':
      return isComing(rsvp) ? eventCancelledLetter(outing, dates, from) : null
  }
}

const TOLD = new Set(['going', 'offered', 'waitlisted', 'asked', 'maybe'])
const LEFT = new Set(['cancelled', 'maybe', 'declined'])

/** Those who come, may come or wait are told what becomes of an outing. */
const isComing = ({ status }: GuestRsvp) => TOLD.has(status)
const hasLeft = ({ status }: GuestRsvp) => LEFT.has(status)

/**
 * The calendar entry follows the seat: whoever only waits has none to mend or take away. It comes as an invitation of
 * the instance's own address to the guest's, in the host's name, which is what lets programs update an entry (RFC 5546).
 */
function calendarFor(job: RsvpJob, rsvps: GuestRsvp[]): OutgoingMail['calendar'] {
  const lost = (job.kind === 'rsvp_cancelled' || job.kind === 'guest_removed') && job.was === 'going'
  const entries = rsvps.filter(({ status }) => lost || status === 'going')
  const [first] = entries
  if (!first) return undefined
  const { appUrl } = env()
  const { event, freelancer } = first
  const method = lost || job.kind === 'guest_told_cancellation' ? 'CANCEL' : 'REQUEST'
  const known = entries.map((entry) => asKnown(entry.event, entry.status))
  const content = eventsCalendar(known, {
    ...{ appUrl, method, stamp: now(), url: `${appUrl}/events/${event.id}` },
    parties: partiesOf(event.organizer.name, { name: freelancer.name, email: freelancer.user.email }),
  })
  return { method, content }
}

/** Who invites whom, without an address of anybody else. */
export const partiesOf = (hostName: string, attendee: Parties['attendee']): Parties => ({
  organizer: { name: hostName, email: addressOf(env().mailFrom) },
  attendee,
})
