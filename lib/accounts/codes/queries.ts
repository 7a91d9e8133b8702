import { now } from '@/lib/clock'
import { db } from '@/lib/db'
import { env } from '@/lib/env'
import type { Locale } from '@/lib/i18n/routing'
import { door } from '@/lib/rsvps/rules'
import { codeOf, linkHash, linkTokenOf, minutesLeft, standing } from './rules'

const select = {
  id: true,
  name: true,
  email: true,
  locale: true,
  attempts: true,
  expiresAt: true,
  usedAt: true,
  refusedAt: true,
  createdAt: true,
  returnTo: true,
  eventId: true,
  event: { select: { title: true, status: true, endsAt: true, capacity: true, seatsTaken: true } },
} as const

/**
 * What the code page shows; null when there is no such code. `seat` goes by the event and by the hold alone: it must
 * not tell a stranger whether the owner of the address comes already.
 */
export async function codeById(id: string) {
  const code = await db.signInCode.findUnique({ where: { id }, select })
  if (!code) return null
  const { event, eventId, ...rest } = code
  const held = eventId && (await isHeld(code.email, eventId))
  return {
    ...rest,
    standing: standing(code, now()),
    minutesLeft: minutesLeft(code.expiresAt, now()),
    event: event && eventId ? { id: eventId, title: event.title } : null,
    seat: event && (held ? 'open' : door(event, now())),
  }
}

async function isHeld(email: string, eventId: string): Promise<boolean> {
  const where = {
    eventId,
    status: 'held' as const,
    heldUntil: { gt: now() },
    freelancer: { user: { email } },
  }
  return (await db.rsvp.count({ where })) > 0
}

/** Whom a mailed link signs in, and what for; null when it is spent, expired or not ours. */
export async function codeByLink(token: string) {
  const code = await db.signInCode.findUnique({ where: { linkHash: linkHash(token) }, select })
  if (!code || code.usedAt || code.expiresAt <= now()) return null
  return { email: code.email, eventTitle: code.event?.title ?? null }
}

/** What the mail with a code must know, the code itself included; null when it can't be used any more. */
export async function codeForMail(id: string) {
  const code = await db.signInCode.findUnique({ where: { id }, select })
  if (!code || standing(code, now()) !== 'open') return null
  const { authSecret } = env()
  return {
    code: codeOf(id, authSecret),
    token: linkTokenOf(id, authSecret),
    email: code.email,
    locale: code.locale as Locale,
    eventTitle: code.event?.title ?? null,
  }
}
