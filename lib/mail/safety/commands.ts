import { now } from '@/lib/clock'
import { db } from '@/lib/db'
import { env } from '@/lib/env'
import { hiddenPlaceSchema } from '@/lib/events/place/schema'
import type { Locale } from '@/lib/i18n/routing'
import { enqueue } from '@/lib/jobs/commands'
import { outgoing, sender, sendLetter } from '@/lib/mail/commands'
import { deliver } from '@/lib/mail/delivery/commands'
import { surelyUnsent } from '@/lib/mail/rules'
import type { Letter } from '@/lib/mail/schema'
import { pushToAll, ringer } from '@/lib/push/commands'
import type { Send } from '@/lib/push/service'
import { firstName } from '@/lib/rsvps/rules'
import { leftToken, neverToken, type WatchForStep, watchForStep } from '@/lib/safety/queries'
import { FORGOTTEN_AFTER, nextStep, type Step, untilOf } from '@/lib/safety/rules'
import { wants } from '@/lib/settings/queries'
import { alarmLetter, closeLetter, leftLetter, tellLetter, type Watched } from './rules'

/** When each step was claimed; whoever has ended it takes none but the last. */
const CLAIMS = {
  tell: 'toldAt',
  remind: 'remindedAt',
  warn: 'warnedAt',
  alarm: 'alarmedAt',
  close: 'closedAt',
} as const satisfies Partial<Record<Step, keyof WatchForStep>>

/**
 * Takes the next step of watching over somebody, if it is due, and sets the hour of the one after. Each is claimed,
 * and that is committed, before anything leaves, so that nobody is told twice; only when the mail server surely took
 * nothing is the claim given back and the job tried again. Answers what was done.
 */
export async function takeStep(contactId: string, send?: Send): Promise<Step | null> {
  const watch = await watchForStep(contactId)
  if (!watch) return null
  const at = now()
  const next = nextStep(watch, at)
  if (next.at > at) {
    await db.$transaction((tx) => enqueue(tx, 'trusted_step', { contactId }, next.at))
    return null
  }
  const { step } = next
  if (step === 'forget') {
    await db.trustedContact.deleteMany({ where: { id: contactId } })
    return step
  }
  if (!(await claim(watch, step, at))) return null
  try {
    await carryOut(step, watch, send)
  } catch (error) {
    if (surelyUnsent(error)) {
      await db.trustedContact.updateMany({ where: { id: contactId }, data: { [CLAIMS[step]]: null } })
    }
    throw error
  }
  return step
}

/** False when somebody else did it, or the person left or stays longer since it was read. */
async function claim(watch: WatchForStep, step: keyof typeof CLAIMS, at: Date): Promise<boolean> {
  const { id, extra, leftAt, offAt } = watch
  return db.$transaction(async (tx) => {
    const { count } = await tx.trustedContact.updateMany({
      where: { id, extra, leftAt, offAt, [CLAIMS[step]]: null },
      data: { [CLAIMS[step]]: at },
    })
    // The next job finds out when it is due, also when this one's letter is lost.
    if (count > 0) await enqueue(tx, 'trusted_step', { contactId: id })
    return count > 0
  })
}

function carryOut(step: keyof typeof CLAIMS, watch: WatchForStep, send?: Send): Promise<void> {
  const from = sender(watch.freelancer.user.locale as Locale)
  const never = watch.email ? `${env().appUrl}/${from.locale}/never/${neverToken(watch.email)}` : ''
  const watched = watchedOf(watch)
  switch (step) {
    case 'tell':
      return toContact(step, watch, tellLetter(watched, never, from))
    case 'alarm':
      return toContact(step, watch, alarmLetter(watched, never, from))
    case 'close':
      return toContact(step, watch, closeLetter(watched, watch.leftAt !== null, never, from))
    default:
      return toPerson(step, watch, send)
  }
}

function watchedOf({ freelancer, name, event, tellWhere, tellUntil, extra }: WatchForStep): Watched {
  const place = hiddenPlaceSchema.safeParse(event.hiddenPlace).data
  const where = [place?.placeName, place?.address, event.city].filter(Boolean).join(', ')
  return {
    name: freelancer.name,
    contactName: name,
    startsAt: event.startsAt,
    timeZone: event.timeZone,
    where: tellWhere ? where : null,
    until: tellUntil ? untilOf({ extra, event }) : null,
  }
}

/** An address that takes no mail is dropped: the person sees that they need somebody else. */
async function toContact(step: string, { id, email }: WatchForStep, letter: Letter): Promise<void> {
  if (email === null) return
  const sent = await deliver({
    ...outgoing(letter, email, `trusted-${id}-${step}`),
    unsubscribeUrl: `${env().appUrl}/api/never/${neverToken(email)}`,
  })
  if (!sent) await db.trustedContact.updateMany({ where: { id }, data: { email: null } })
}

/** By mail, and on the phone: this cannot wait for a quiet hour to pass. */
async function toPerson(step: 'remind' | 'warn', watch: WatchForStep, send?: Send): Promise<void> {
  const { id, freelancerId, freelancer, name, extra, event } = watch
  const locale = freelancer.user.locale as Locale
  const link = `${env().appUrl}/${locale}/left/${leftToken(id)}`
  const last = step === 'warn'
  const words = { name: firstName(freelancer.name), contactName: name }
  const to = { id: freelancerId, email: freelancer.user.email }
  // Whoever stays longer is asked anew: one Message-ID for each time.
  const messageKey = `left-${id}-${step}-${extra}`
  await sendLetter(leftLetter(words, { link, last }, sender(locale)), to, 'safety', { messageKey })
  if (!(await wants(freelancerId, 'safety', 'push'))) return
  const ring = ringer(locale)
  const notice = {
    title: ring.words(last ? 'leftLast' : 'left'),
    body: ring.words('leftBody', { contact: name }),
    url: link,
    tag: id,
  }
  await pushToAll(freelancerId, notice, new Date(event.endsAt.getTime() + FORGOTTEN_AFTER), send)
}
