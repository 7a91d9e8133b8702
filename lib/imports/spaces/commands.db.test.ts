import { beforeEach, expect, it } from 'vitest'
import { db } from '@/lib/db'
import { isCheckViolation } from '@/lib/db-errors'
import { type ImportedSpace, writeSpaces } from './commands'
import { factsOf } from './rules'

const monday = new Date('2026-11-23T08:00:00Z')
const tuesday = new Date('2026-11-24T08:00:00Z')
const OSM = { source: 'osm', licence: 'ODbL-1.0' }
const point = { lat: 43.55, lng: 7.01 }

beforeEach(() => db.space.deleteMany())

const desk = (id: number, values: Partial<ImportedSpace> = {}, name = `Desk ${id}`): ImportedSpace => ({
  ...{ externalId: `node/${id}`, hash: `hash of ${name}`, point, timeZone: 'Europe/Paris' },
  approximate: false,
  ...{ facts: factsOf('coworking', name, {}), tags: { name }, ...values },
})
const written = () => db.space.findMany({ include: { sources: true }, orderBy: { name: 'asc' } })

it('writes each space with its provenance', async () => {
  expect(await writeSpaces(OSM, [desk(1), desk(2)], monday)).toEqual({
    created: 2,
    updated: 0,
    unchanged: 0,
    approximate: 0,
  })
  const spaces = await written()
  expect(spaces).toMatchObject([{ name: 'Desk 1', kind: 'coworking', ...point }, { name: 'Desk 2' }])
  expect(spaces[0]?.sources).toEqual([
    {
      ...{ spaceId: spaces[0]?.id, source: 'osm', externalId: 'node/1', licence: 'ODbL-1.0' },
      ...{ fields: { name: 'Desk 1' }, facts: {}, hash: 'hash of Desk 1', importedAt: monday },
    },
  ])
})

it('updates what changed under the id it has, and touches nothing else', async () => {
  await writeSpaces(OSM, [desk(1), desk(2), desk(3)], monday)
  const before = await written()
  const moved = desk(2, { point: { lat: 43.56, lng: 7.02 } }, 'Desk 2 bis')
  expect(await writeSpaces(OSM, [desk(1), moved, desk(4)], tuesday)).toEqual({
    ...{ created: 1, updated: 1, unchanged: 1, approximate: 0 },
  })
  const [first, second, third, fourth] = await written()
  expect([first, third]).toEqual([before[0], before[2]])
  expect(second).toMatchObject({ id: before[1]?.id, name: 'Desk 2 bis', lat: 43.56 })
  expect(second?.sources).toMatchObject([{ hash: moved.hash, importedAt: tuesday }])
  expect(fourth?.name).toBe('Desk 4')
})

it('a batch is written whole or not at all', async () => {
  await writeSpaces(OSM, [desk(1)], monday)
  const before = await written()
  const lost = desk(3, { point: { lat: 91, lng: 0 } })
  const failure = await writeSpaces(OSM, [desk(1, {}, 'Renamed'), desk(2), lost], tuesday).catch(
    (error) => error,
  )
  expect(isCheckViolation(failure, 'spaces_on_earth')).toBe(true)
  expect(await written()).toEqual(before)
})

it('two that write the same spaces at once make each of them once', async () => {
  const batch = Array.from({ length: 50 }, (_, i) => desk(i))
  const both = await Promise.all([writeSpaces(OSM, batch, monday), writeSpaces(OSM, batch, monday)])
  expect(both.map(({ created, unchanged }) => [created, unchanged]).sort()).toEqual([
    [0, 50],
    [50, 0],
  ])
  expect(await db.space.count()).toBe(50)
})

it('nothing to write is nothing done', async () => {
  expect(await writeSpaces(OSM, [], monday)).toEqual({ created: 0, updated: 0, unchanged: 0, approximate: 0 })
})

it('keeps what the owner and people there said, and names the source of the rest', async () => {
  await writeSpaces(OSM, [desk(1)], monday)
  const [space] = await written()
  expect(space?.provenance).toEqual({ kind: 'osm', name: 'osm', lat: 'osm', lng: 'osm' })
  await db.space.updateMany({
    data: {
      name: 'Le Bureau',
      phone: '+33 4 00',
      provenance: { name: 'people', phone: 'owner', kind: 'osm' },
    },
  })
  const again = desk(1, {
    facts: factsOf('coworking', 'Desk', { phone: '0', website: 'desk.example' }),
    hash: 'new',
  })
  expect(await writeSpaces(OSM, [again], tuesday)).toMatchObject({ updated: 1 })
  const [after] = await written()
  expect(after).toMatchObject({ name: 'Le Bureau', phone: '+33 4 00', website: 'https://desk.example' })
  expect(after?.provenance).toMatchObject({ name: 'people', phone: 'owner', website: 'osm', lat: 'osm' })
})

it('tells the same number of two sources apart', async () => {
  await writeSpaces(OSM, [desk(1)], monday)
  const gironde = { source: 'gironde', licence: 'MIT' }
  expect(await writeSpaces(gironde, [desk(1)], monday)).toMatchObject({ created: 1 })
  expect(await writeSpaces(gironde, [desk(1)], tuesday)).toMatchObject({ unchanged: 1 })
  expect(await db.spaceSource.count()).toBe(2)
})
