import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { vtimezone } from './vtimezone'

const ZONES = [
  'Europe/Paris',
  'Europe/London',
  'Europe/Dublin',
  'America/New_York',
  'America/Sao_Paulo',
  'America/Havana',
  'America/St_Johns',
  'Australia/Lord_Howe',
  'Pacific/Chatham',
  'Africa/Casablanca',
  'Africa/Cairo',
  'Asia/Kathmandu',
]

/** What a calendar program does with a VTIMEZONE: the last observance begun gives the offset. */
function reader(text: string): (at: Temporal.Instant) => string {
  const begun = [...text.matchAll(/DTSTART:(\S+)\r\nTZOFFSETFROM:(\S+)\r\nTZOFFSETTO:(\S+)/g)].map(
    ([, wall = '', before = '', after = '']) => ({
      from: Temporal.PlainDateTime.from(wall).toZonedDateTime(colon(before)).toInstant(),
      offset: colon(after),
    }),
  )
  return (at) => begun.findLast((each) => Temporal.Instant.compare(each.from, at) <= 0)?.offset ?? 'none'
}

const colon = (offset: string) => `${offset.slice(0, 3)}:${offset.slice(3)}`

describe('vtimezone', () => {
  it.each(ZONES)('agrees with the zone database hour by hour in %s', (zone) => {
    const from = Temporal.Instant.from('2026-01-01T00:00:00Z')
    const offsetAt = reader(vtimezone(zone, new Date('2026-06-01'), new Date('2026-06-02')))
    const wrong: string[] = []
    for (let hour = 0; hour < 365 * 24; hour++) {
      const at = from.add({ hours: hour })
      if (offsetAt(at) !== at.toZonedDateTimeISO(zone).offset) wrong.push(at.toString())
    }
    expect(wrong).toEqual([])
  })

  it('names summer time DAYLIGHT and winter time STANDARD', () => {
    const text = vtimezone('Europe/Paris', new Date('2026-10-25'), new Date('2026-10-25'))
    expect(text).toContain(
      'BEGIN:STANDARD\r\nDTSTART:20261025T030000\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\nEND:STANDARD',
    )
    expect(text).toContain('BEGIN:DAYLIGHT\r\nDTSTART:20270328T020000')
  })

  it('gives a zone that never changes one observance', () => {
    const text = vtimezone('Etc/UTC', new Date('2026-10-25'), new Date('2026-10-25'))
    expect(text.match(/BEGIN:STANDARD/g)).toHaveLength(1)
    expect(text).toContain('DTSTART:19700101T000000')
  })
})
