import ICAL from 'ical.js'
import { describe, expect, it } from 'vitest'
import { type CalendarEvent, eventCalendar, seriesCalendar } from './ics'

const weekly = (week: number, values: Partial<CalendarEvent> = {}): CalendarEvent => {
  const startsAt = new Date(Date.UTC(2026, 9, 8 + 7 * week, week < 3 ? 6 : 7, 30))
  return {
    ...{ id: `0192f0c1-0000-7000-8000-00000000000${week}`, title: 'Open coffee', timeZone: 'Europe/Paris' },
    ...{ startsAt, endsAt: new Date(startsAt.getTime() + 90 * 60_000), recurrenceId: startsAt },
    ...{ placeName: 'La Bulle', address: '', city: 'Cannes', lat: null, lng: null, onlineUrl: null },
    ...{ status: 'published', sequence: 0, updatedAt: new Date('2026-09-01T08:00:00Z') },
    ...{ seriesId: '0192f0c1-0000-7000-8000-0000000000aa' },
    ...values,
  }
}
const later = (date: Date, hours: number) => new Date(date.getTime() + hours * 3_600_000)
const options = { appUrl: 'https://cafe.example.org', method: 'PUBLISH' as const }
const UID = 'series-0192f0c1-0000-7000-8000-0000000000aa@cafe.example.org'

/** What a calendar program makes of a file: the starts it shows, in UTC, and what was called off. */
function shown(text: string, count: number) {
  const root = new ICAL.Component(ICAL.parse(text))
  for (const zone of root.getAllSubcomponents('vtimezone'))
    ICAL.TimezoneService.register(new ICAL.Timezone(zone))
  const entries = root.getAllSubcomponents('vevent').map((component) => new ICAL.Event(component))
  const master = entries.find((entry) => entry.isRecurring())
  if (!master) throw new Error('no entry that comes back')
  for (const entry of entries) if (entry.isRecurrenceException()) master.relateException(entry)
  const iterator = master.iterator()
  const starts = Array.from({ length: count }, () => {
    const { item, startDate } = master.getOccurrenceDetails(iterator.next())
    const off = item.component.getFirstPropertyValue('status') === 'CANCELLED'
    return `${startDate.toJSDate().toISOString()}${off ? ' off' : ''}`
  })
  return { starts, uids: new Set(entries.map(({ uid }) => uid)) }
}

describe('a series, read back by a program', () => {
  const moved = weekly(1, {
    startsAt: later(weekly(1).startsAt, 26),
    endsAt: later(weekly(1).endsAt, 26),
    sequence: 1,
  })
  const off = weekly(2, { status: 'cancelled', sequence: 1 })
  const series = {
    ...{ id: weekly(0).seriesId ?? '', rule: 'FREQ=WEEKLY;BYDAY=TH', first: weekly(0), sequence: 0 },
    ...{ exceptions: [weekly(4).startsAt], changed: [moved, off] },
  }
  const { starts, uids } = shown(seriesCalendar(series, options), 5)

  it('is one entry under one UID, with the moved and the cancelled occurrence', () => {
    expect(uids).toEqual(new Set([UID]))
    expect(starts).toEqual([
      '2026-10-08T06:30:00.000Z',
      '2026-10-16T08:30:00.000Z',
      '2026-10-22T06:30:00.000Z off',
      // The clocks went back: half past eight all the same. The next Thursday is left out.
      '2026-10-29T07:30:00.000Z',
      '2026-11-12T07:30:00.000Z',
    ])
  })
})

describe('one occurrence', () => {
  it('goes by the UID of its series and by when the rule put it, wherever it moved', () => {
    const [startsAt, endsAt] = [later(weekly(1).startsAt, 26), later(weekly(1).endsAt, 26)]
    const moved = weekly(1, { startsAt, endsAt, sequence: 1 })
    const text = eventCalendar(moved, { ...options, method: 'REQUEST' })
    const entry = new ICAL.Event(
      new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent('vevent') ?? undefined,
    )
    expect(entry.uid).toBe(UID)
    expect(entry.recurrenceId.toString()).toBe('2026-10-15T08:30:00')
    expect(entry.startDate.toString()).toBe('2026-10-16T10:30:00')
    expect(entry.sequence).toBe(1)
  })
})

it('an invitation by mail names who invites and who is invited, and nobody else', () => {
  const text = eventCalendar(weekly(0), {
    ...options,
    method: 'REQUEST',
    parties: {
      organizer: { name: 'Léa', email: 'no-reply@example.org' },
      attendee: { name: 'Ana', email: 'ana@example.org' },
    },
  })
  const component = new ICAL.Component(ICAL.parse(text))
  const event = component.getFirstSubcomponent('vevent')
  expect(component.getFirstPropertyValue('method')).toBe('REQUEST')
  expect(event?.getFirstPropertyValue('organizer')).toBe('mailto:no-reply@example.org')
  expect(event?.getAllProperties('attendee').map((each) => each.getFirstValue())).toEqual([
    'MAILTO:ana@example.org',
  ])
  expect(text.match(/@example\.org/g)).toHaveLength(2)
})
