import type { EventStatus } from '@/lib/events/status/schema'

const DAY = 24 * 3_600_000

/** Messages about one event in a day: who gets more turns them all off. */
export const MESSAGES_A_DAY = 3

/** Of one host, about all their events. */
export const MESSAGES_OF_HOST = { limit: 10, windowSeconds: 24 * 3600 }

/** After the end there are thanks and photos to send, for a week. Milliseconds. */
const AFTERWARDS = 7 * DAY

/** May guests of this event still be written to? */
export function mayWrite({ status, endsAt }: { status: EventStatus; endsAt: Date }, now: Date): boolean {
  return status !== 'draft' && now.getTime() < endsAt.getTime() + AFTERWARDS
}

/** When the next message may be sent, given when earlier ones were; null for now. */
export function nextMessageAt(sent: Date[], now: Date): Date | null {
  const today = sent.map((at) => at.getTime()).filter((at) => at > now.getTime() - DAY)
  const freed = today.sort((a, b) => b - a)[MESSAGES_A_DAY - 1]
  return freed === undefined ? null : new Date(freed + DAY)
}
