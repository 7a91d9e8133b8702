import { describe, expect, it } from 'vitest'
import { nearBoth, suggestion } from './rules'

const now = new Date('2026-12-02T12:00:00Z')
const weeksAgo = (weeks: number) => new Date(now.getTime() - weeks * 7 * 24 * 3_600_000)
/** A Wednesday, 13:00 in Cannes. */
const asked = { last: weeksAgo(6), timeZone: 'Europe/Paris', together: false, mine: 0, theirs: 0 }

describe('two who met', () => {
  const said = (change: Partial<typeof asked> | { last: null }) => suggestion({ ...asked, ...change }, now)

  it('are suggested to each other after six weeks, and not before', () => {
    expect(said({})).toEqual({ weeks: 6, free: null })
    expect(said({ last: new Date(weeksAgo(6).getTime() + 1) })).toBeNull()
    expect(said({ last: weeksAgo(9.5) })).toMatchObject({ weeks: 9 })
  })

  it('need no suggestion when they will meet anyway, or never met', () => {
    expect(said({ together: true })).toBeNull()
    expect(said({ last: null })).toBeNull()
  })

  it('have time on the first half-day that suits both, from tomorrow on', () => {
    const [wednesday, thursday, thursdayAfternoon] = [2 ** 4, 2 ** 6, 2 ** 7]
    const free = (mine: number, theirs: number) => said({ mine, theirs })?.free
    expect(free(thursday | thursdayAfternoon, wednesday | thursdayAfternoon)).toEqual({
      ...{ day: '2026-12-03', half: 'afternoon' },
    })
    expect(free(2 ** 14 - 1, 2 ** 14 - 1)).toEqual({ day: '2026-12-03', half: 'morning' })
    // Today's is over: the next one is in a week.
    expect(free(wednesday, wednesday)).toEqual({ day: '2026-12-09', half: 'morning' })
    expect(free(wednesday, thursday)).toBeNull()
    expect(free(0, thursday)).toBeNull()
  })
})

it('an outing is near both when it is in reach of each', () => {
  const [cannes, antibes, nice] = [
    { lat: 43.5513, lng: 7.0128 },
    { lat: 43.5804, lng: 7.1251 },
    { lat: 43.7102, lng: 7.262 },
  ]
  const online = { lat: null, lng: null }
  expect(nearBoth([online, nice, antibes, cannes], cannes, antibes)).toBe(antibes)
  expect(nearBoth([online, cannes], cannes, nice)).toBeNull()
})
