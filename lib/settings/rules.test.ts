import { expect, test } from 'vitest'
import { choicesOf, clockField, DEFAULTS, kindOfJob, listId, readUnsubscribeId, unsubscribeId } from './rules'

test('a choice of one’s own stands over the default of that kind alone', () => {
  const none = { mail: false, push: false }
  expect(choicesOf([{ kind: 'reminder', ...none }])).toEqual({ ...DEFAULTS, reminder: none })
  expect(choicesOf([])).toEqual(DEFAULTS)
})

test('an unsubscribe link says who and what, and nothing else passes for one', () => {
  const userId = '01890a5d-ac96-774b-bcce-b302099a8057'
  expect(readUnsubscribeId(unsubscribeId(userId, 'host_message'))).toEqual({ userId, kind: 'host_message' })
  expect(readUnsubscribeId(userId)).toBeNull()
  expect(readUnsubscribeId(`${userId}~everything`)).toBeNull()
})

test('what a job tells belongs to a kind', () => {
  expect(kindOfJob('rsvp_offered')).toBe('promotion')
  expect(kindOfJob('guest_told_cancellation')).toBe('change')
  expect(kindOfJob('rsvp_waitlisted')).toBe('rsvp')
})

test.each([
  [null, ''],
  [0, '00:00'],
  [22 * 60 + 5, '22:05'],
])('%j minutes in a time field: %j', (saved, shown) => {
  expect(clockField(saved)).toBe(shown)
})

test('each kind is a list of its own', () => {
  expect(listId('group_event', 'cafe.example.org')).toBe('group-event.cafe.example.org')
})
