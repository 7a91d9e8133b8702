import { beforeEach, expect, it } from 'vitest'
import { spaceDetail, spaceFeatures, spaceFile } from '@/lib/api/spaces/queries'
import { spaceDetailSchema, spaceSchema } from '@/lib/api/spaces/schema'
import { db } from '@/lib/db'
import { makeEvent, makeSpace } from '@/lib/testing/makers'
import { eventDetail, eventFeatures, eventFile } from './queries'
import { eventDetailSchema, eventSchema } from './schema'

const NOW = new Date('2026-11-23T08:10:00Z')
const at = (hours: number) => new Date(NOW.getTime() + hours * 3_600_000)
const ALL = { kind: [], limit: 50 }
const titles = ({ features }: { features: { properties: { title: string } }[] }) =>
  features.map(({ properties }) => properties.title)

beforeEach(() => db.$transaction([db.event.deleteMany(), db.space.deleteMany()]))

const event = (title: string, hours: number, values = {}) =>
  makeEvent({ title, startsAt: at(hours), endsAt: at(hours + 2), ...values })

it('gives spaces on both sides of the antimeridian, page by page, each once', async () => {
  for (let i = 0; i < 7; i++) await makeSpace({ name: `Fiji ${i}`, lat: -17, lng: i % 2 ? 179.5 : -179.5 })
  await makeSpace({ name: 'Cannes' })
  const bbox = { west: 178, south: -20, east: -178, north: -10 }
  const ids: string[] = []
  let cursor: string | undefined
  do {
    const page = await spaceFeatures({ ...ALL, bbox, limit: 3, cursor }, NOW)
    ids.push(...page.features.map((feature) => spaceSchema.parse(feature).id))
    cursor = page.next ?? undefined
  } while (cursor)
  expect(ids).toHaveLength(7)
  expect(new Set(ids).size).toBe(7)
})

it('gives the spaces that fulfil every condition', async () => {
  await makeSpace({ name: 'yes', sockets: 'plenty', priceDay: 1200, openingHours: 'Mo-Fr 09:00-18:00' })
  await makeSpace({ name: 'dear', sockets: 'plenty', priceDay: 2500, openingHours: 'Mo-Fr 09:00-18:00' })
  await makeSpace({ name: 'unknown' })
  const asked = { ...ALL, sockets: '1', maxPrice: 15, openAt: '2026-11-24T10:00' } as const
  const { features } = await spaceFeatures(asked, NOW)
  expect(features.map(({ properties }) => properties.name)).toEqual(['yes'])
})

it('gives what takes place at a space as one calendar', async () => {
  const { id: spaceId } = await makeSpace({ name: 'Café de l’Œuf' })
  await event('Apéro du port', 5, { spaceId, onlineUrl: 'https://meet.example.org/secret' })
  await event('Elsewhere', 5)
  for (const values of [{ status: 'draft' }, { unlisted: true }])
    await event('Hidden', 5, { spaceId, ...values })
  const file = await spaceFile(spaceId, NOW)
  expect(file?.name).toBe('cafe-de-l-oeuf.ics')
  expect(file?.content).toContain('X-WR-CALNAME:Café de l’Œuf')
  expect(file?.content.match(/SUMMARY:.*/g)).toEqual(['SUMMARY:Apéro du port'])
  expect(file?.content).not.toContain('secret')
})

it('gives events between two instants, of some kinds, soonest first', async () => {
  await event('past', -10)
  await event('running', -1)
  await event('lunch', 4, { kind: 'lunch' })
  await event('late', 30)
  await event('off', 5, { status: 'cancelled' })
  await event('online', 6, { lat: null, lng: null, onlineUrl: 'https://meet.example.org/secret' })

  expect(titles(await eventFeatures(ALL, NOW))).toEqual(['running', 'lunch', 'online', 'late'])
  expect(titles(await eventFeatures({ ...ALL, from: at(-24), to: at(5) }, NOW))).toEqual([
    'past',
    'running',
    'lunch',
  ])
  expect(titles(await eventFeatures({ ...ALL, kind: ['lunch'] }, NOW))).toEqual(['lunch'])
  const bbox = { west: 6, south: 43, east: 8, north: 44 }
  expect(titles(await eventFeatures({ ...ALL, bbox }, NOW))).toEqual(['running', 'lunch', 'late'])

  const { features } = await eventFeatures(ALL, NOW)
  for (const feature of features) eventSchema.parse(feature)
  expect(features[2]?.geometry).toBeNull()
  expect(JSON.stringify(features)).not.toContain('secret')
})

it('says all of one event or space, and nothing of anybody', async () => {
  const space = await makeSpace({
    website: 'https://example.org',
    openingHours: 'Mo-Fr 09:00-18:00',
    confirmedOn: NOW,
  })
  await db.spaceSource.create({
    data: {
      spaceId: space.id,
      source: 'osm',
      externalId: 'node/1',
      licence: 'ODbL-1.0',
      fields: {},
      hash: '',
    },
  })
  const made = await event('Café', 3, { spaceId: space.id, onlineUrl: 'https://meet.example.org/secret' })

  const found = spaceDetailSchema.strict().parse(await spaceDetail(space.id, NOW))
  expect(found.properties).toMatchObject({
    open: true,
    confirmedOn: '2026-11-23',
    sources: [{ externalId: 'node/1', publisher: 'OpenStreetMap' }],
  })
  const detail = eventDetailSchema.strict().parse(await eventDetail(made.id))
  expect(detail.properties).toMatchObject({
    title: 'Café',
    online: true,
    space: { id: space.id, name: 'La Bulle' },
  })
  expect(JSON.stringify(detail)).not.toMatch(new RegExp(`secret|${made.organizerId}`))

  const file = await eventFile(made.id)
  expect(file?.name).toBe('cafe.ics')
  expect(file?.content).toContain(`UID:${made.id}@`)
  expect(file?.content).not.toContain('secret')
})

it.each(['nope', '00000000-0000-7000-8000-000000000000'])('knows nothing of %s', async (id) => {
  expect([await spaceDetail(id, NOW), await spaceFile(id, NOW)]).toEqual([null, null])
  expect([await eventDetail(id), await eventFile(id)]).toEqual([null, null])
})
