import type { CalendarSeries } from '@/lib/calendar/ics'
import { db } from '@/lib/db'
import { revealed } from '@/lib/events/place/rules'
import { slugify } from '@/lib/slug'
import { asText, occurrences, readRule } from './rules'
import { seriesIdSchema } from './schema'

const SHOWN = 5

/** What an occurrence's page says of its series, to this viewer; null when it does not come back. */
export async function seriesOf(
  event: { id: string; seriesId: string | null },
  viewerId: string | null,
  now: Date,
) {
  if (!event.seriesId) return null
  const series = await db.series.findUnique({
    where: { id: event.seriesId },
    select: {
      id: true,
      rule: true,
      timeZone: true,
      endedAt: true,
      rsvps: { where: { freelancerId: viewerId ?? NOBODY }, select: { freelancerId: true } },
      events: {
        where: { status: 'published', unlisted: false, startsAt: { gt: now }, id: { not: event.id } },
        orderBy: { startsAt: 'asc' },
        take: SHOWN,
        select: { id: true, title: true, startsAt: true, timeZone: true },
      },
    },
  })
  if (!series) return null
  const { rsvps, events, rule, endedAt, ...rest } = series
  return {
    ...rest,
    ended: endedAt !== null,
    words: readRule(rule, series.timeZone),
    /** Does the viewer come to all of them? */
    atAll: rsvps.length > 0,
    others: events.map((other) => ({ ...other, slug: slugify(other.title) })),
  }
}

export type SeriesInWords = NonNullable<Awaited<ReturnType<typeof seriesOf>>>

/** No person has it. */
const NOBODY = '00000000-0000-0000-0000-000000000000'

/** Looked back on in a feed. Milliseconds. */
const PAST = 30 * 24 * 3_600_000

const calendarColumns = {
  id: true,
  title: true,
  startsAt: true,
  endsAt: true,
  timeZone: true,
  placeName: true,
  address: true,
  city: true,
  lat: true,
  lng: true,
  onlineUrl: true,
  hiddenPlace: true,
  status: true,
  sequence: true,
  updatedAt: true,
  recurrenceId: true,
} as const

/**
 * A series as its calendar file tells it; null when there is none, or nothing of it is left. Starts of the rule that no
 * occurrence stands at are exceptions, so that a program shows each date once. Places stay hidden, and no online room
 * is named, unless `inside`.
 */
export async function seriesForCalendar(
  id: string,
  now: Date,
  inside = false,
): Promise<CalendarSeries | null> {
  if (!seriesIdSchema.safeParse(id).success) return null
  const series = await db.series.findUnique({
    where: { id },
    include: {
      events: {
        where: { status: { not: 'draft' }, startsAt: { gte: new Date(now.getTime() - PAST) } },
        orderBy: { startsAt: 'asc' },
        select: calendarColumns,
      },
    },
  })
  const rows = series?.events.map((row) => (inside ? revealed(row) : { ...row, onlineUrl: null })) ?? []
  const rule = series && { ...series, startsOn: asText(series.startsOn), exceptions: [] }
  const ruled = rule ? occurrences(rule, BEFORE_ALL, series.madeUntil) : []
  const at = (date: Date | null) =>
    rows.find(({ recurrenceId }) => recurrenceId?.getTime() === date?.getTime())
  const [start] = ruled
  const model = rows.find((row) => !isChanged(row)) ?? rows[0]
  if (!series || !start || !model) return null
  const first = { ...model, startsAt: start.startsAt, endsAt: start.endsAt, status: 'published' as const }
  return {
    id,
    rule: series.rule,
    first,
    exceptions: ruled.filter(({ startsAt }) => !at(startsAt)).map(({ startsAt }) => startsAt),
    changed: rows.filter((row) => isChanged(row) || !ruled.some(({ startsAt }) => at(startsAt) === row)),
    sequence: series.sequence,
  }
}

const BEFORE_ALL = new Date(0)

/** Is it not what the rule says? */
const isChanged = (row: { startsAt: Date; recurrenceId: Date | null; status: string; sequence: number }) =>
  row.status === 'cancelled' || row.sequence > 0 || row.startsAt.getTime() !== row.recurrenceId?.getTime()
