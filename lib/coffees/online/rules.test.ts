import fc from 'fast-check'
import { expect, test } from 'vitest'
import { doorOpens, isOnlineStart, onlineDecidedBy, onlineStarts } from './rules'

test('the next working hours, at home in the zone, never in three hours or less', () => {
  // A Friday, 12:30 in Paris.
  const now = new Date('2026-11-27T11:30:00Z')
  expect(onlineStarts(now, 'Europe/Paris').map((at) => at.toISOString())).toEqual([
    '2026-11-27T15:00:00.000Z',
    '2026-11-30T09:00:00.000Z',
    '2026-11-30T13:00:00.000Z',
    '2026-11-30T15:00:00.000Z',
    '2026-12-01T09:00:00.000Z',
    '2026-12-01T13:00:00.000Z',
  ])
})

test('whenever it is, there are three to choose from, each of which is taken', () => {
  const zone = fc.constantFrom('Europe/Paris', 'Asia/Kathmandu', 'America/New_York', 'Pacific/Auckland')
  fc.assert(
    fc.property(
      fc.date({ min: new Date('2026-01-01'), max: new Date('2028-01-01'), noInvalidDate: true }),
      zone,
      (now, timeZone) => {
        const starts = onlineStarts(now, timeZone)
        expect(starts.length).toBeGreaterThanOrEqual(3)
        expect([...starts].sort((a, b) => +a - +b)).toEqual(starts)
        for (const start of starts) {
          expect(isOnlineStart(start, now)).toBe(true)
          expect(+onlineDecidedBy(starts)).toBeGreaterThan(+now)
        }
      },
    ),
  )
})

test('the door opens five minutes before', () => {
  expect(doorOpens(new Date('2026-11-30T09:00:00Z'))).toEqual(new Date('2026-11-30T08:55:00Z'))
})
