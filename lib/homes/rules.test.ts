import { expect, test } from 'vitest'
import { eventSchema } from '@/lib/events/schema'
import { addressStands } from './rules'

const form = {
  ...{ kind: 'home_table', day: '2027-03-10', start: '12:30', end: '14:30', language: 'fr', capacity: '4' },
  ...{ where: 'address', city: 'Cannes', address: '5 rue du Port', lat: '', lng: '' },
}

test('whatever its form says, a home table has approval, a hidden address, and nobody brings anybody', () => {
  const typed = { ...form, maxCompanions: '3', listVisibility: 'members', groupId: crypto.randomUUID() }
  expect(eventSchema.parse(typed)).toMatchObject({
    ...{ approval: true, hideAddress: true, maxCompanions: 0, listVisibility: 'guests', groupId: null },
  })
})

test.each([
  [{ capacity: '' }, 'capacity', 'home_capacity'],
  [{ capacity: '2' }, 'capacity', 'home_capacity'],
  [{ capacity: '7' }, 'capacity', 'home_capacity'],
  [{ address: '' }, 'address', 'home_address'],
  [{ where: 'online', onlineUrl: 'https://meet.example.org/x' }, 'where', 'home_where'],
  [{ where: 'space', spaceId: crypto.randomUUID() }, 'where', 'home_where'],
  [{ repeat: 'weekly' }, 'repeat', 'home_repeat'],
])('%o is refused at %s: %s', (wrong, field, message) => {
  const parsed = eventSchema.safeParse({ ...form, ...wrong })
  expect(parsed.error?.issues).toMatchObject([{ path: [field], message }])
})

test.each(['3', '6'])('%s seats are fine, and any other kind is as its form says', (capacity) => {
  expect(eventSchema.safeParse({ ...form, capacity }).success).toBe(true)
  const lunch = eventSchema.parse({ ...form, kind: 'lunch', capacity: '40', maxCompanions: '3' })
  expect(lunch).toMatchObject({ approval: false, hideAddress: false, maxCompanions: 3 })
})

const endsAt = new Date('2027-03-10T13:00:00Z')
test.each([
  ['home_table', 'published', '2027-03-11T12:59:59Z', true],
  ['home_table', 'published', '2027-03-11T13:00:00Z', false],
  ['home_table', 'cancelled', '2027-03-09T13:00:00Z', false],
  ['lunch', 'published', '2028-03-11T13:00:00Z', true],
])('the address of a %s that is %s stands at %s: %s', (kind, status, at, stands) => {
  expect(addressStands({ kind, status, endsAt }, new Date(at))).toBe(stands)
})
