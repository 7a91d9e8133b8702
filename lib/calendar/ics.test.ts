import { describe, expect, it } from 'vitest'
import { type CalendarEvent, eventCalendar, feedCalendar } from './ics'

const event: CalendarEvent = {
  id: '0192f0c1-0000-7000-8000-000000000001',
  title: 'Afterwork; du port, à Cannes',
  startsAt: new Date('2026-12-03T17:30:00Z'),
  endsAt: new Date('2026-12-03T19:30:00Z'),
  timeZone: 'Europe/Paris',
  placeName: 'Le Comptoir',
  address: '3 rue du Port',
  city: 'Cannes',
  lat: 43.55,
  lng: 7.01,
  onlineUrl: null,
  status: 'published',
  sequence: 2,
  updatedAt: new Date('2026-11-01T08:00:00Z'),
}
const write = (overrides: Partial<CalendarEvent> = {}, method: 'PUBLISH' | 'CANCEL' = 'PUBLISH') =>
  eventCalendar({ ...event, ...overrides }, { appUrl: 'https://cafe.example.org', method })
const unfold = (text: string) => text.replaceAll('\r\n ', '')

describe('eventCalendar', () => {
  it('gives wall time in the zone of the place, whatever the zone of the machine', () => {
    expect(write()).toContain('DTSTART;TZID=Europe/Paris:20261203T183000')
    expect(write()).toContain('DTEND;TZID=Europe/Paris:20261203T203000')
    expect(write()).toContain('TZID:Europe/Paris\r\nBEGIN:STANDARD')
    expect(write()).toContain('DTSTAMP:20261101T080000Z')
  })

  it('keeps its UID and carries the sequence', () => {
    const uid = 'UID:0192f0c1-0000-7000-8000-000000000001@cafe.example.org'
    expect(write({ title: 'Autre titre', sequence: 3 })).toContain(`${uid}\r\nSEQUENCE:3`)
    expect(write()).toContain(`${uid}\r\nSEQUENCE:2`)
  })

  it('marks what is cancelled, by the guest or by the organizer', () => {
    expect(write({}, 'CANCEL')).toContain('METHOD:CANCEL')
    expect(write({}, 'CANCEL')).toContain('STATUS:CANCELLED')
    expect(write({ status: 'cancelled' })).toContain('STATUS:CANCELLED')
    expect(write()).toContain('STATUS:CONFIRMED')
  })

  it('names nobody', () => {
    expect(write()).not.toMatch(/ORGANIZER|ATTENDEE|mailto/i)
  })

  it.each(['\n', '\r\n', '\r'])('lets no line break of a title start a property (%j)', (lineBreak) => {
    const text = write({ title: `Café${lineBreak}ATTENDEE:mailto:x@example.org` })
    expect(unfold(text).split(/\r\n|\r|\n/)).not.toContain('ATTENDEE:mailto:x@example.org')
  })

  it('ends every line with CRLF and folds at 75 octets', () => {
    const lines = write({ title: 'é☕️'.repeat(80), address: 'à'.repeat(200) }).split('\r\n')
    expect(lines.every((line) => !line.includes('\n') && Buffer.byteLength(line) <= 75)).toBe(true)
  })

  it('escapes commas and semicolons', () => {
    expect(unfold(write())).toContain('SUMMARY:Afterwork\\; du port\\, à Cannes')
    expect(unfold(write())).toContain('LOCATION:Le Comptoir\\n3 rue du Port\\, Cannes')
  })

  it('gives an online event its link', () => {
    const text = unfold(
      write({ placeName: '', address: '', city: '', onlineUrl: 'https://visio.example.org/a' }),
    )
    expect(text).toContain('LOCATION:https://visio.example.org/a')
  })
})

describe('feedCalendar', () => {
  const options = {
    appUrl: 'https://cafe.example.org',
    method: 'PUBLISH' as const,
    name: 'Open Coffee Cannes',
  }
  const urlOf = ({ id }: { id: string }) => `https://cafe.example.org/events/${id}`

  it('holds every event in its own zone, with the address of its page', () => {
    const away = { ...event, id: '0192f0c1-0000-7000-8000-000000000002', timeZone: 'America/New_York' }
    const text = unfold(feedCalendar([event, { ...away, status: 'cancelled' }], { ...options, urlOf }))
    expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(2)
    expect(text).toContain('X-WR-CALNAME:Open Coffee Cannes')
    expect(text).toContain('DTSTART;TZID=America/New_York:20261203T123000')
    for (const zone of ['Europe/Paris', 'America/New_York']) expect(text).toContain(`TZID:${zone}\r\n`)
    expect(text).toContain(`URL;VALUE=URI:${urlOf(away)}`)
    expect(text.match(/STATUS:CANCELLED/g)).toHaveLength(1)
    expect(text).not.toMatch(/ORGANIZER|ATTENDEE|mailto/i)
  })

  it('is a calendar when it holds nothing', () => {
    const text = feedCalendar([], { ...options, urlOf })
    expect(text).toMatch(/^BEGIN:VCALENDAR[\s\S]*END:VCALENDAR\s*$/)
    expect(text).not.toContain('BEGIN:VEVENT')
  })
})
