import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { eventSchema } from '@/lib/events/schema'
import { makeSpace } from '@/lib/testing/makers'
import { searchTowns } from '@/lib/towns/queries'
import { placeOf } from './queries'

// The first search on a machine makes the gazetteer: seconds, where several suites share the processor.
beforeAll(() => searchTowns('cannes', { limit: 1 }), 60_000)

/** The place of an event whose form says so. */
const placed = (form: Record<string, string>) =>
  placeOf(
    eventSchema.parse({
      ...{ kind: 'lunch', day: '2027-03-10', start: '12:30', end: '14:00', language: 'fr' },
      ...form,
    }),
  )
const at = (address: Record<string, string>) => placed({ where: 'address', lat: '', lng: '', ...address })

test('online: the link, no place, and the zone of the organizer’s browser, or ours', async () => {
  const online = { where: 'online', onlineUrl: 'https://meet.example.org/x' }
  const nowhere = { spaceId: null, placeName: '', address: '', city: '', lat: null, lng: null }
  const value = { ...nowhere, onlineUrl: online.onlineUrl }
  expect(await placed({ ...online, timeZone: 'Indian/Reunion' })).toEqual({
    ok: true,
    value: { ...value, timeZone: 'Indian/Reunion' },
  })
  expect(await placed(online)).toMatchObject({ value: { timeZone: 'Europe/Paris' } })
})

test('at a space: its name, street, point and zone, as they are at that moment', async () => {
  const point = { lat: 51.5282, lng: -0.0909 }
  const space = await makeSpace({
    ...{ name: 'Old Street', street: '1 City Road', city: 'London', timeZone: 'Europe/London', ...point },
  })
  expect(await placed({ where: 'space', spaceId: space.id })).toEqual({
    ok: true,
    value: {
      ...{ spaceId: space.id, placeName: 'Old Street', address: '1 City Road', city: 'London', ...point },
      ...{ onlineUrl: null, timeZone: 'Europe/London' },
    },
  })
  expect(await placed({ where: 'space', spaceId: randomUUID() })).toEqual({
    ok: false,
    reason: 'space_unknown',
  })
})

test('at a pin: the zone is that of the pin, and its town is found when none was typed', async () => {
  const pin = { lat: '40.7128', lng: '-74.006' }
  expect(await at({ ...pin, city: 'Chez nous', address: '1 Main Street' })).toMatchObject({
    ok: true,
    value: { city: 'Chez nous', address: '1 Main Street', lat: 40.7128, timeZone: 'America/New_York' },
  })
  expect(await at({ lat: '43.5513', lng: '7.0128' })).toMatchObject({ value: { city: 'Cannes' } })
})

test('in a town: its middle, under its right name', async () => {
  const town = await at({ city: 'cannes', placeName: 'Chez Ana' })
  expect(town).toMatchObject({ value: { city: 'Cannes', placeName: 'Chez Ana', timeZone: 'Europe/Paris' } })
  expect(town.ok && town.value.lat).toBeCloseTo(43.55, 1)
})

test('a pin placed in another town than the one typed since is dropped', async () => {
  const pin = { lat: '43.5513', lng: '7.0128', pinTown: 'Cannes' }
  expect(await at({ ...pin, city: 'Cannes' })).toMatchObject({ value: { lat: 43.5513, lng: 7.0128 } })
  const moved = await at({ ...pin, city: 'Paris' })
  expect(moved).toMatchObject({ value: { city: 'Paris' } })
  expect(moved.ok && moved.value.lat).toBeCloseTo(48.86, 1)
})

test.each([
  [{ city: '' }, 'place_required'],
  [{ city: 'zzzzzzzz' }, 'town_unknown'],
])('%o is refused: %s', async (address, reason) => {
  expect(await at(address)).toEqual({ ok: false, reason })
})
