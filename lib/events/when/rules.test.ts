import { describe, expect, test } from 'vitest'
import { dayInFull, dayOf, daysAway, timeOfDay, whenWords, zoneInWords } from './rules'

const PARIS = 'Europe/Paris'
// Wednesday 18 November 2026, 21:30 in Paris.
const now = new Date('2026-11-18T20:30:00Z')
const plain = (text: string) => text.replaceAll('\u202f', ' ')

test.each([
  ['2026-11-19T07:30:00Z', '8 h 30', '8:30 am'],
  ['2026-11-19T17:00:00Z', '18 h', '6 pm'],
  ['2026-11-19T11:05:00Z', '12 h 05', '12:05 pm'],
  ['2026-11-18T23:00:00Z', '0 h', '12 am'],
])('%s is said %j and %j', (at, fr, en) => {
  expect(plain(timeOfDay(new Date(at), PARIS, 'fr'))).toBe(fr)
  expect(plain(timeOfDay(new Date(at), PARIS, 'en'))).toBe(en)
})

test('no line breaks inside an hour', () => {
  expect(timeOfDay(new Date('2026-11-19T07:30:00Z'), PARIS, 'fr')).not.toMatch(/ /)
})

describe('when, in words', () => {
  const words = (startsAt: string, endsAt: string, timeZone = PARIS) => {
    const { key, values } = whenWords(
      { startsAt: new Date(startsAt), endsAt: new Date(endsAt), timeZone },
      now,
      'fr',
    )
    return plain([key, ...Object.values(values)].join(' | '))
  }

  test.each([
    ['2026-11-18T18:00:00Z', '2026-11-18T20:30:00Z', 'over | 19 h'],
    ['2026-11-18T18:00:00Z', '2026-11-18T20:31:00Z', 'now | 21 h 31'],
    ['2026-11-18T20:30:00Z', '2026-11-18T22:00:00Z', 'now | 23 h'],
    ['2026-11-18T20:49:30Z', '2026-11-18T22:00:00Z', 'soon | 20'],
    ['2026-11-18T21:30:00Z', '2026-11-18T22:00:00Z', 'today | 22 h 30'],
    ['2026-11-18T23:15:00Z', '2026-11-19T00:00:00Z', 'tomorrow | 0 h 15'],
    ['2026-11-19T22:30:00Z', '2026-11-19T23:00:00Z', 'tomorrow | 23 h 30'],
    ['2026-11-24T07:30:00Z', '2026-11-24T09:00:00Z', 'weekday | mardi | 8 h 30'],
    ['2026-11-25T07:30:00Z', '2026-11-25T09:00:00Z', 'date | mercredi 25 novembre | 8 h 30'],
    ['2027-01-04T07:30:00Z', '2027-01-04T09:00:00Z', 'date | lundi 4 janvier 2027 | 8 h 30'],
  ])('%s to %s: %s', (from, to, expected) => {
    expect(words(from, to)).toBe(expected)
  })

  test('minutes win over midnight', () => {
    const late = new Date('2026-11-18T22:50:00Z')
    const event = {
      startsAt: new Date('2026-11-18T23:10:00Z'),
      endsAt: new Date('2026-11-19T01:00:00Z'),
      timeZone: PARIS,
    }
    expect(whenWords(event, late, 'fr')).toEqual({ key: 'soon', values: { minutes: 20 } })
  })

  test('the zone is that of the place', () => {
    expect(words('2026-11-18T22:00:00Z', '2026-11-18T23:00:00Z', 'Asia/Tokyo')).toBe('today | 7 h')
  })
})

test('days are counted by midnights of the place', () => {
  expect(daysAway(new Date('2026-11-18T22:59:00Z'), PARIS, now)).toBe(0)
  expect(daysAway(new Date('2026-11-18T23:00:00Z'), PARIS, now)).toBe(1)
  expect(daysAway(new Date('2026-11-16T23:00:00Z'), PARIS, now)).toBe(-1)
  expect(dayOf(new Date('2026-11-18T23:00:00Z'), PARIS)).toBe('2026-11-19')
})

test('the day in full, in both languages', () => {
  const at = new Date('2026-12-03T07:30:00Z')
  expect(dayInFull(at, PARIS, 'fr', now)).toBe('jeudi 3 décembre')
  expect(dayInFull(at, PARIS, 'en', now)).toBe('Thursday 3 December')
  expect(dayInFull(new Date('2026-12-01T07:30:00Z'), PARIS, 'fr', now)).toBe('mardi 1er décembre')
  expect(dayInFull(new Date('2027-01-04T07:30:00Z'), PARIS, 'en', now)).toBe('Monday 4 January 2027')
})

test('the zone as people call it, the same in summer and winter', () => {
  const summer = new Date('2026-07-01T12:00:00Z')
  expect(zoneInWords(now, PARIS, 'fr')).toBe('heure d’Europe centrale')
  expect(zoneInWords(summer, PARIS, 'fr')).toBe('heure d’Europe centrale')
  expect(zoneInWords(now, 'America/New_York', 'en')).toBe('Eastern Time')
})
