import { expect, test } from 'vitest'
import { isHost, isOrganizer, manageRefusal } from './policy'

const now = new Date('2026-05-01T10:00:00Z')
const later = new Date('2026-05-01T10:00:01Z')
const organizer = { id: 'organizer' }
const cohost = { id: 'cohost' }
const guest = { id: 'guest' }
const event = {
  organizerId: 'organizer',
  hosts: [{ freelancerId: 'cohost' }],
  status: 'published' as const,
  endsAt: later,
}
const cancelled = { ...event, status: 'cancelled' as const }
const draft = { ...event, status: 'draft' as const }

test.each([
  ['its organizer, before it ends', organizer, event, null],
  ['its co-host, before it ends', cohost, event, null],
  ['its organizer, at the very end', organizer, { ...event, endsAt: now }, 'over'],
  ['its co-host, at the very end', cohost, { ...event, endsAt: now }, 'over'],
  ['its organizer, of a draft whose day went by', organizer, { ...draft, endsAt: now }, null],
  ['its organizer, once cancelled', organizer, cancelled, 'cancelled'],
  ['its co-host, once cancelled', cohost, cancelled, 'cancelled'],
  ['anybody else', guest, event, 'not_found'],
  ['anybody else, of a draft', guest, draft, 'not_found'],
  ['anybody else, once cancelled', guest, cancelled, 'not_found'],
  ['anybody else, once over', guest, { ...event, endsAt: now }, 'not_found'],
  ['its organizer, when it does not exist', organizer, null, 'not_found'],
])('%s', (_who, actor, managed, answer) => {
  expect(manageRefusal(actor, managed, now)).toBe(answer)
})

test.each([
  ['organizer', organizer, true, true],
  ['co-host', cohost, false, true],
  ['anybody else', guest, false, false],
])('%s', (_who, actor, owns, hosts) => {
  expect(isOrganizer(actor, event)).toBe(owns)
  expect(isHost(actor, event)).toBe(hosts)
})
