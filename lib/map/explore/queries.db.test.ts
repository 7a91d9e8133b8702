import { beforeAll, expect, test } from 'vitest'
import { db } from '@/lib/db'
import { DEFAULT_VIEW, NO_FILTERS } from '@/lib/map/rules'
import { makeEvent, makeFreelancer, makeSpace } from '@/lib/testing/makers'
import { around, openingView } from './queries'

const now = new Date('2027-03-10T09:00:00Z')
const nice = { lat: 43.7, lng: 7.26 }
const view = { ...nice, zoom: 13 }
const asked = { view, filters: NO_FILTERS, cursor: null, at: null, viewer: null, now }
const tonight = { startsAt: new Date('2027-03-10T17:00:00Z'), endsAt: new Date('2027-03-10T19:00:00Z') }

let member: { id: string }
let far: { id: string }
beforeAll(async () => {
  expect(await openingView(now)).toEqual(DEFAULT_VIEW)
  member = await makeFreelancer()
  await makeFreelancer({ name: 'Ana', visibility: 'members', cellLat: 43.7, cellLng: 7.26, area: 'Nice' })
  await makeSpace({ name: 'here', city: 'Nice', ...nice })
  await makeEvent({ title: 'here', organizerId: member.id, city: 'Nice', ...nice, ...tonight })
  far = await makeEvent({
    title: 'far',
    organizerId: member.id,
    city: 'Paris',
    lat: 48.85,
    lng: 2.35,
    ...tonight,
  })
})

test('somebody who has not signed in: places, outings, and people as a count', async () => {
  const found = await around(asked)
  expect(found.town).toBe('Nice')
  expect(found.events?.events.map((event) => event.title)).toEqual(['here'])
  expect(found.spaces?.spaces.map((space) => space.name)).toEqual(['here'])
  expect(found.people).toBeNull()
  expect(found.areas).toEqual([{ area: 'Nice', count: 1, lat: 43.7, lng: 7.26 }])
  expect(JSON.stringify(found)).not.toContain('Ana')
})

test('a member: people by name', async () => {
  const found = await around({ ...asked, viewer: member })
  expect(found.people?.people.map((person) => person.name)).toEqual(['Ana'])
  expect(found.areas).toBeNull()
})

test('who works where: a number for everybody, also on the card that was picked', async () => {
  const place = await makeSpace({ name: 'far', lat: 48.85, lng: 2.35 })
  const endsAt = new Date('2027-03-10T12:00:00Z')
  await db.presence.create({
    data: { freelancerId: member.id, spaceId: place.id, day: endsAt, half: 'morning', endsAt },
  })
  const at = `space:${place.id}`
  const working = { [place.id]: { slot: 'this_morning', count: 1, names: [], met: 0 } }
  expect((await around({ ...asked, at })).working).toEqual(working)
  expect((await around({ ...asked, at, now: endsAt })).working).toEqual({})
  expect((await around(asked)).working).toEqual({})
})

test('what is not shown is not looked for', async () => {
  const found = await around({ ...asked, filters: { ...NO_FILTERS, show: ['spaces'] } })
  expect(found.events).toBeNull()
  expect(found.areas).toBeNull()
})

test('the card picked on the map, wherever it is; none when it is no more', async () => {
  expect((await around({ ...asked, at: `event:${far.id}` })).chosen).toMatchObject({
    type: 'event',
    event: { title: 'far' },
  })
  const over = new Date('2027-03-11T00:00:00Z')
  expect((await around({ ...asked, at: `event:${far.id}`, now: over })).chosen).toBeNull()
  expect((await around({ ...asked, at: 'space:nonsense' })).chosen).toBeNull()
})

test('opens where there is most to come to', async () => {
  const opened = await openingView(now)
  expect(opened.lat).toBeCloseTo(43.7)
  expect(opened.zoom).toBe(13)
})
