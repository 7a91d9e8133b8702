import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { expect, it } from 'vitest'
import { boundsOf, isSayable, sayable, slotOf } from './rules'
import { HALVES } from './terms'

const PARIS = 'Europe/Paris'
/** Cannes is an hour ahead of UTC in November. */
const at = (time: string, day = '2026-11-24') => new Date(`${day}T${time}:00+01:00`)
const said = (now: Date, zone = PARIS) => sayable(now, zone).map((one) => slotOf(one, now, zone))

it.each([
  ['00:00', ['this_morning', 'this_afternoon']],
  ['12:59', ['this_morning', 'this_afternoon']],
  ['13:00', ['this_afternoon']],
  ['16:59', ['this_afternoon']],
  ['17:00', ['this_afternoon', 'tomorrow_morning', 'tomorrow_afternoon']],
  ['18:59', ['this_afternoon', 'tomorrow_morning', 'tomorrow_afternoon']],
  ['19:00', ['tomorrow_morning', 'tomorrow_afternoon']],
  ['23:59', ['tomorrow_morning', 'tomorrow_afternoon']],
])('at %s one may say %j', (time, slots) => {
  expect(said(at(time))).toEqual(slots)
})

it('means the day of the place, not of the reader', () => {
  const now = new Date('2026-11-24T20:00:00Z')
  expect(sayable(now, 'Pacific/Auckland').map(({ day }) => day)).toEqual(['2026-11-25', '2026-11-25'])
  expect(sayable(now, 'America/New_York')).toEqual([{ day: '2026-11-24', half: 'afternoon' }])
})

it('refuses days gone by, the day after tomorrow, and tomorrow before the evening', () => {
  const day = (day: string, half: 'morning' | 'afternoon' = 'morning') => ({ day, half })
  expect(isSayable(day('2026-11-25'), at('16:59'), PARIS)).toBe(false)
  expect(isSayable(day('2026-11-25'), at('17:00'), PARIS)).toBe(true)
  expect(isSayable(day('2026-11-26'), at('17:00'), PARIS)).toBe(false)
  expect(isSayable(day('2026-11-24'), at('13:00'), PARIS)).toBe(false)
  expect(isSayable(day('2026-11-23', 'afternoon'), at('09:00'), PARIS)).toBe(false)
})

/** Zones whose clocks change at different hours, by half an hour, or in the other half of the year. */
const zone = fc.constantFrom(
  ...[PARIS, 'America/New_York', 'America/Santiago', 'Australia/Lord_Howe', 'Pacific/Auckland'],
  ...['Africa/Casablanca', 'Asia/Kathmandu', 'America/Havana', 'Pacific/Apia', 'UTC'],
)
/** Any minute of 2025 to 2028, the changes of clocks included. */
const instant = fc
  .integer({ min: Date.UTC(2025, 0, 1) / 60_000, max: Date.UTC(2028, 0, 1) / 60_000 })
  .map((minutes) => new Date(minutes * 60_000))

it('is five hours and then six, on the clock, whatever the clocks did that night', () => {
  fc.assert(
    fc.property(zone, instant, (timeZone, now) => {
      for (const halfDay of sayable(now, timeZone)) {
        const { startsAt, endsAt } = boundsOf(halfDay, timeZone)
        const wall = (date: Date) =>
          Temporal.Instant.fromEpochMilliseconds(date.getTime()).toZonedDateTimeISO(timeZone)
        const hours = halfDay.half === 'morning' ? [8, 13] : [13, 19]
        expect([wall(startsAt).hour, wall(endsAt).hour]).toEqual(hours)
        expect(wall(startsAt).toPlainDate().toString()).toBe(halfDay.day)
        expect(endsAt.getTime() - startsAt.getTime()).toBe(((hours[1] ?? 0) - (hours[0] ?? 0)) * 3_600_000)
      }
    }),
  )
})

it('there is always a half-day to say, none is over, none begins more than 26 hours ahead, and they are in order', () => {
  fc.assert(
    fc.property(zone, instant, (timeZone, now) => {
      const bounds = sayable(now, timeZone).map((one) => boundsOf(one, timeZone))
      expect(bounds.length).toBeGreaterThan(0)
      expect(bounds.length).toBeLessThan(4)
      for (const { startsAt, endsAt } of bounds) {
        expect(endsAt.getTime()).toBeGreaterThan(now.getTime())
        expect(startsAt.getTime() - now.getTime()).toBeLessThanOrEqual(26 * 3_600_000)
      }
      expect(bounds).toEqual(bounds.toSorted((a, b) => a.endsAt.getTime() - b.endsAt.getTime()))
    }),
  )
})

it('what may be said stays so until it is over', () => {
  fc.assert(
    fc.property(zone, instant, fc.integer({ min: 0, max: 26 * 60 }), (timeZone, now, later) => {
      const then = new Date(now.getTime() + later * 60_000)
      for (const halfDay of sayable(now, timeZone)) {
        expect(isSayable(halfDay, then, timeZone)).toBe(boundsOf(halfDay, timeZone).endsAt > then)
      }
    }),
  )
})

it('every half-day of every day can be said at some time', () => {
  fc.assert(
    fc.property(zone, instant, fc.constantFrom(...HALVES), (timeZone, now, half) => {
      const day = Temporal.Instant.fromEpochMilliseconds(now.getTime())
        .toZonedDateTimeISO(timeZone)
        .toPlainDate()
        .toString()
      const { startsAt } = boundsOf({ day, half }, timeZone)
      expect(isSayable({ day, half }, startsAt, timeZone)).toBe(true)
    }),
  )
})
