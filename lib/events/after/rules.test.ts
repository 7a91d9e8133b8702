import { describe, expect, it } from 'vitest'
import { howManyCame, nextMorning } from './rules'

describe('the next morning', () => {
  it.each([
    ['an evening', '2026-12-03T20:00:00Z', 'Europe/Paris', '2026-12-04T09:00:00Z'],
    ['a morning coffee', '2026-12-03T09:00:00Z', 'Europe/Paris', '2026-12-04T09:00:00Z'],
    ['a night that ended at one', '2026-12-04T00:00:00Z', 'Europe/Paris', '2026-12-04T09:00:00Z'],
    ['a night that ended at five', '2026-12-04T04:00:00Z', 'Europe/Paris', '2026-12-05T09:00:00Z'],
    ['the night when the clocks go back', '2026-10-24T21:00:00Z', 'Europe/Paris', '2026-10-25T09:00:00Z'],
    ['the night when they go forward', '2027-03-27T21:00:00Z', 'Europe/Paris', '2027-03-28T08:00:00Z'],
    ['another zone', '2026-12-03T06:00:00Z', 'America/Los_Angeles', '2026-12-03T18:00:00Z'],
  ])('after %s', (_case, endsAt, zone, morning) => {
    expect(nextMorning(new Date(endsAt), zone)).toEqual(new Date(morning))
  })
})

it('takes the count at the door where there was one, and else those who were expected', () => {
  expect(howManyCame({ expected: 8, checkedIn: 5, walkIns: 2 })).toEqual({ came: 7, counted: true })
  expect(howManyCame({ expected: 8, checkedIn: 0, walkIns: 1 })).toEqual({ came: 1, counted: true })
  expect(howManyCame({ expected: 8, checkedIn: 0, walkIns: 0 })).toEqual({ came: 8, counted: false })
})
