import { expect, test } from 'vitest'
import { isOrganizer, manageRefusal } from './policy'

const now = new Date('2026-05-01T10:00:00Z')
const later = new Date('2026-05-01T10:00:01Z')
const organizer = { id: 'organizer' }
const guest = { id: 'guest' }
const event = { organizerId: 'organizer', status: 'published' as const, endsAt: later }

test.each([
  ['its organizer, before it ends', organizer, event, null],
  ['its organizer, at the very end', organizer, { ...event, endsAt: now }, 'over'],
  ['its organizer, once cancelled', organizer, { ...event, status: 'cancelled' as const }, 'cancelled'],
  ['anybody else', guest, event, 'not_found'],
  ['anybody else, once cancelled', guest, { ...event, status: 'cancelled' as const }, 'not_found'],
  ['anybody else, once over', guest, { ...event, endsAt: now }, 'not_found'],
  ['its organizer, when it does not exist', organizer, null, 'not_found'],
])('%s', (_who, actor, managed, answer) => {
  expect(manageRefusal(actor, managed, now)).toBe(answer)
})

test('an event is run by its organizer, whatever became of it', () => {
  expect(isOrganizer(organizer, event)).toBe(true)
  expect(isOrganizer(guest, event)).toBe(false)
})
