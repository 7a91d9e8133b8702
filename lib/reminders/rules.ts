import type { EventStatus } from '@/lib/events/status/schema'
import type { RsvpStatus } from '@/lib/rsvps/schema'
import { type QuietHours, ringAt } from '@/lib/settings/quiet/rules'
import { REMINDERS, type ReminderKind } from './schema'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

/** Before the start, milliseconds: when each goes out, and when it stops being of use. */
const PLAN: Record<ReminderKind, { due: number; useless: number }> = {
  day_before: { due: 24 * HOUR, useless: 6 * HOUR },
  hours_before: { due: 2 * HOUR, useless: HOUR },
}

/** Looked for this often. Milliseconds. */
export const SCAN_EVERY = 5 * MINUTE

/** Queued this much ahead, so that none waits for the next look. */
const LOOKAHEAD = 2 * SCAN_EVERY

/** Nothing that starts later than this can be due: quiet hours bring a reminder forward by a day at most. */
export const HORIZON = 49 * HOUR

/** A seat as reminders see it. */
export interface Reminded {
  /** When the seat was last taken or changed. */
  seatedAt: Date
  startsAt: Date
  /** Queued or sent already, perhaps for another start. */
  told: { kind: string; startsAt: Date }[]
  quiet: QuietHours | null
}

/** May it still go out? */
export const isUseful = (about: ReminderKind, startsAt: Date, now: Date) =>
  now.getTime() <= startsAt.getTime() - PLAN[about].useless

/** When a reminder goes out, or null: its hour had passed when the seat was taken, or it would be of no use any more. */
export function reminderTime(about: ReminderKind, seat: Omit<Reminded, 'told'>, now: Date): Date | null {
  const { due, useless } = PLAN[about]
  const start = seat.startsAt.getTime()
  if (seat.seatedAt.getTime() > start - due) return null
  return ringAt(new Date(Math.max(start - due, now.getTime())), new Date(start - useless), seat.quiet, now)
}

/** The reminders to queue now. */
export function dueReminders(seat: Reminded, now: Date): { about: ReminderKind; runAt: Date }[] {
  const told = new Set(
    seat.told
      .filter(({ startsAt }) => startsAt.getTime() === seat.startsAt.getTime())
      .map(({ kind }) => kind),
  )
  return REMINDERS.flatMap((about) => {
    const runAt = told.has(about) ? null : reminderTime(about, seat, now)
    return runAt && runAt.getTime() <= now.getTime() + LOOKAHEAD ? [{ about, runAt }] : []
  })
}

/** Said again that they come, for this start: an answer from long before does not count. */
export function hasReconfirmed(reconfirmedAt: Date | null, startsAt: Date): boolean {
  return reconfirmedAt !== null && reconfirmedAt.getTime() >= startsAt.getTime() - HORIZON
}

/** What the page behind "still coming?" has to say; `ask` while the answer is open. */
export function comingPage(
  rsvp: {
    status: RsvpStatus
    reconfirmedAt: Date | null
    event: { status: EventStatus; startsAt: Date; endsAt: Date }
  } | null,
  now: Date,
): 'unknown' | 'cancelled' | 'over' | 'left' | 'done' | 'ask' {
  if (!rsvp) return 'unknown'
  const { status, reconfirmedAt, event } = rsvp
  if (event.status === 'cancelled') return 'cancelled'
  if (event.endsAt <= now) return 'over'
  if (status !== 'going') return 'left'
  return hasReconfirmed(reconfirmedAt, event.startsAt) ? 'done' : 'ask'
}
