import { describe, expect, it, test } from 'vitest'
import { comingPage, dueReminders, hasReconfirmed, isUseful, reminderTime } from './rules'

const utc = (text: string) => new Date(`${text}Z`)
const short = (at: Date | null) => at?.toISOString().slice(0, 16) ?? null
const startsAt = utc('2026-12-03T17:30')
const longAgo = utc('2026-11-01T12:00')
const night = { from: 22 * 60, to: 8 * 60, timeZone: 'Europe/Paris' }
const seat = { seatedAt: longAgo, startsAt, quiet: null }

describe('when a reminder goes out', () => {
  const time = (about: 'day_before' | 'hours_before', change: object, now: string) =>
    short(reminderTime(about, { ...seat, ...change }, utc(now)))

  it('a day and two hours before the start', () => {
    expect(time('day_before', {}, '2026-12-01T12:00')).toBe('2026-12-02T17:30')
    expect(time('hours_before', {}, '2026-12-01T12:00')).toBe('2026-12-03T15:30')
  })

  it('late rather than never, as long as it helps', () => {
    expect(time('day_before', {}, '2026-12-03T11:00')).toBe('2026-12-03T11:00')
    expect(time('day_before', {}, '2026-12-03T11:31')).toBeNull()
    expect(time('hours_before', {}, '2026-12-03T16:30')).toBe('2026-12-03T16:30')
    expect(time('hours_before', {}, '2026-12-03T16:31')).toBeNull()
  })

  it('not to whoever took the seat after its hour', () => {
    const seatedAt = utc('2026-12-02T17:31')
    expect(time('day_before', { seatedAt }, '2026-12-02T17:32')).toBeNull()
    expect(time('hours_before', { seatedAt }, '2026-12-02T17:32')).toBe('2026-12-03T15:30')
  })

  it('when quiet hours end, or just before them for a breakfast', () => {
    const late = { startsAt: utc('2026-12-03T21:30'), quiet: night }
    expect(time('day_before', late, '2026-12-01T12:00')).toBe('2026-12-03T07:00')
    const breakfast = { startsAt: utc('2026-12-03T07:30'), quiet: night }
    expect(time('hours_before', breakfast, '2026-12-01T12:00')).toBe('2026-12-02T20:55')
    expect(time('hours_before', breakfast, '2026-12-02T23:00')).toBeNull()
  })
})

describe('what is queued at one look', () => {
  it('only what is due before the look after next', () => {
    expect(dueReminders({ ...seat, told: [] }, utc('2026-12-02T17:19'))).toEqual([])
    expect(dueReminders({ ...seat, told: [] }, utc('2026-12-02T17:20'))).toEqual([
      { about: 'day_before', runAt: utc('2026-12-02T17:30') },
    ])
  })

  it('nothing twice for one start, and anew for another', () => {
    const told = [{ kind: 'day_before', startsAt }]
    const now = utc('2026-12-02T17:30')
    expect(dueReminders({ ...seat, told }, now)).toEqual([])
    expect(dueReminders({ ...seat, told: [{ kind: 'day_before', startsAt: longAgo }] }, now)).toHaveLength(1)
    expect(dueReminders({ ...seat, told: [{ kind: 'thanks', startsAt }] }, now)).toHaveLength(1)
  })
})

test('a reminder helps until six hours and one hour before', () => {
  expect(isUseful('day_before', startsAt, utc('2026-12-03T11:30'))).toBe(true)
  expect(isUseful('day_before', startsAt, utc('2026-12-03T11:31'))).toBe(false)
  expect(isUseful('hours_before', startsAt, utc('2026-12-03T16:31'))).toBe(false)
})

describe('"still coming?"', () => {
  const now = utc('2026-12-02T18:00')
  const event = { status: 'published' as const, startsAt, endsAt: utc('2026-12-03T19:30') }
  const rsvp = { status: 'going' as const, reconfirmedAt: null, event }

  it('asks whoever has a seat and has not said so', () => {
    expect(comingPage(rsvp, now)).toBe('ask')
    expect(comingPage({ ...rsvp, reconfirmedAt: now }, now)).toBe('done')
    expect(comingPage({ ...rsvp, reconfirmedAt: longAgo }, now)).toBe('ask')
  })

  it('has nothing to ask anybody else', () => {
    expect(comingPage(null, now)).toBe('unknown')
    expect(comingPage({ ...rsvp, status: 'cancelled' }, now)).toBe('left')
    expect(comingPage({ ...rsvp, event: { ...event, status: 'cancelled' } }, now)).toBe('cancelled')
    expect(comingPage(rsvp, utc('2026-12-03T19:30'))).toBe('over')
  })

  it('takes an answer for the days before this start only', () => {
    expect(hasReconfirmed(null, startsAt)).toBe(false)
    expect(hasReconfirmed(now, startsAt)).toBe(true)
    expect(hasReconfirmed(now, utc('2026-12-10T17:30'))).toBe(false)
  })
})
