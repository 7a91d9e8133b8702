import { dayOf } from '@/lib/events/when/rules'

type Timed = { startsAt: string; timeZone: string }

/**
 * Events day by day, each in the zone of its place (ISO 8601 in, YYYY-MM-DD out), in the order given. What began
 * before today and still goes on stands under today.
 */
export function byDay<T extends Timed>(events: T[], now: Date): { day: string; at: Date; events: T[] }[] {
  const days = new Map<string, { day: string; at: Date; events: T[] }>()
  for (const event of events) {
    const starts = new Date(event.startsAt)
    const at = starts > now ? starts : now
    const day = dayOf(at, event.timeZone)
    const group = days.get(day) ?? { day, at, events: [] }
    group.events.push(event)
    days.set(day, group)
  }
  return [...days.values()].sort((a, b) => (a.day < b.day ? -1 : 1))
}
