import { expect, test } from 'vitest'
import { draftErrors, proposedMoment, publishMoment } from './rules'

const now = new Date('2026-05-01T10:00:00Z')
const event = {
  startsAt: new Date('2026-05-10T16:30:00Z'),
  endsAt: new Date('2026-05-10T18:30:00Z'),
  timeZone: 'Europe/Paris',
}
const at = (publishDay: string, publishTime: string, of = event) =>
  publishMoment({ publishDay, publishTime }, of, now)

test('a day and an hour are meant where the event is', () => {
  expect(at('2026-05-04', '09:00')).toEqual({ ok: true, value: new Date('2026-05-04T07:00:00Z') })
})

test.each([
  ['this very minute', '2026-05-01', '12:00', 'publish_in_past'],
  ['when the event begins', '2026-05-10', '18:30', 'publish_after_start'],
])('not %s', (_when, day, time, reason) => {
  expect(at(day, time)).toEqual({ ok: false, reason })
})

test('the last minute before the event will do', () => {
  expect(at('2026-05-10', '18:29').ok).toBe(true)
})

test('an hour that the clocks jump over is refused', () => {
  const autumn = {
    ...event,
    startsAt: new Date('2027-03-29T10:00:00Z'),
    endsAt: new Date('2027-03-29T12:00:00Z'),
  }
  expect(at('2027-03-28', '02:30', autumn)).toEqual({ ok: false, reason: 'publish_in_gap' })
})

test('an event too far away is looked at from the day it goes out', () => {
  const far = {
    ...event,
    startsAt: new Date('2027-05-10T10:00:00Z'),
    endsAt: new Date('2027-05-10T12:00:00Z'),
  }
  expect(at('2026-05-02', '09:00', far)).toEqual({ ok: false, reason: 'starts_too_far' })
  expect(at('2026-06-02', '09:00', far).ok).toBe(true)
})

test('tomorrow at nine, by the calendar of the place, or the moment that was chosen', () => {
  const auckland = { publishAt: null, timeZone: 'Pacific/Auckland' }
  expect(proposedMoment(auckland, now)).toEqual({ day: '2026-05-02', time: '09:00' })
  expect(proposedMoment(auckland, new Date('2026-05-01T12:00:00Z')).day).toBe('2026-05-03')
  const chosen = { ...auckland, publishAt: new Date('2026-05-04T13:05:00Z') }
  expect(proposedMoment(chosen, now)).toEqual({ day: '2026-05-05', time: '01:05' })
})

test.each([
  ['starts_in_past', { errors: {}, message: 'draft_past' }],
  ['starts_too_far', { errors: {}, message: 'draft_far' }],
  ['publish_in_past', { errors: { publishDay: 'publish_in_past' } }],
])('%s is said where the draft is', (reason, shown) => {
  expect(draftErrors(reason)).toEqual(shown)
})
