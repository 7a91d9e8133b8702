import { beforeEach, describe, expect, it } from 'vitest'
import { db } from '@/lib/db'
import { isCheckViolation } from '@/lib/db-errors'
import { makeSpace } from '@/lib/testing/makers'
import { type ImportedSpace, NOT_WRITTEN, writeSpaces } from './commands'
import { factsOf } from './rules'

const monday = new Date('2026-11-23T08:00:00Z')
const tuesday = new Date('2026-11-24T08:00:00Z')
const OSM = { source: 'osm', licence: 'ODbL-1.0' }
const GIRONDE = { source: 'gironde', licence: 'MIT' }
const point = { lat: 43.55, lng: 7.01 }

beforeEach(() => db.space.deleteMany())

const desk = (id: number, values: Partial<ImportedSpace> = {}, name = `Desk ${id}`): ImportedSpace => ({
  ...{ externalId: `node/${id}`, hash: `hash of ${name}`, point, timeZone: 'Europe/Paris' },
  approximate: false,
  ...{ facts: factsOf('coworking', name, {}), tags: { name }, ...values },
})
const written = () => db.space.findMany({ include: { sources: true }, orderBy: { name: 'asc' } })

it('writes each space with its provenance', async () => {
  expect(await writeSpaces(OSM, [desk(1), desk(2)], { now: monday })).toEqual({ ...NOT_WRITTEN, created: 2 })
  const spaces = await written()
  expect(spaces).toMatchObject([{ name: 'Desk 1', kind: 'coworking', ...point }, { name: 'Desk 2' }])
  expect(spaces[0]?.sources).toEqual([
    {
      ...{ spaceId: spaces[0]?.id, source: 'osm', externalId: 'node/1', licence: 'ODbL-1.0' },
      ...{
        fields: { name: 'Desk 1' },
        facts: expect.objectContaining({ name: 'Desk 1', ...point }),
        hash: 'hash of Desk 1',
        importedAt: monday,
        ...{ doorCity: null, doorPostcode: null },
      },
    },
  ])
})

it('updates what changed under the id it has, and touches nothing else', async () => {
  await writeSpaces(OSM, [desk(1), desk(2), desk(3)], { now: monday })
  const before = await written()
  const moved = desk(2, { point: { lat: 43.56, lng: 7.02 } }, 'Desk 2 bis')
  expect(await writeSpaces(OSM, [desk(1), moved, desk(4)], { now: tuesday })).toEqual({
    ...NOT_WRITTEN,
    created: 1,
    updated: 1,
    unchanged: 1,
  })
  const [first, second, third, fourth] = await written()
  expect([first, third]).toEqual([before[0], before[2]])
  expect(second).toMatchObject({ id: before[1]?.id, name: 'Desk 2 bis', lat: 43.56 })
  expect(second?.sources).toMatchObject([{ hash: moved.hash, importedAt: tuesday }])
  expect(fourth?.name).toBe('Desk 4')
})

it('a batch is written whole or not at all', async () => {
  await writeSpaces(OSM, [desk(1)], { now: monday })
  const before = await written()
  const lost = desk(3, { point: { lat: 91, lng: 0 } })
  const failure = await writeSpaces(OSM, [desk(1, {}, 'Renamed'), desk(2), lost], { now: tuesday }).catch(
    (error) => error,
  )
  expect(isCheckViolation(failure, 'spaces_on_earth')).toBe(true)
  expect(await written()).toEqual(before)
})

it('two that write the same spaces at once make each of them once', async () => {
  const batch = Array.from({ length: 50 }, (_, i) => desk(i))
  const both = await Promise.all([
    writeSpaces(OSM, batch, { now: monday }),
    writeSpaces(OSM, batch, { now: monday }),
  ])
  expect(both.map(({ created, unchanged }) => [created, unchanged]).sort()).toEqual([
    [0, 50],
    [50, 0],
  ])
  expect(await db.space.count()).toBe(50)
})

it('nothing to write is nothing done', async () => {
  expect(await writeSpaces(OSM, [], { now: monday })).toEqual(NOT_WRITTEN)
})

it('keeps what the owner and people there said, and names the source of the rest', async () => {
  await writeSpaces(OSM, [desk(1)], { now: monday })
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
  expect(await writeSpaces(OSM, [again], { now: tuesday })).toMatchObject({ updated: 1 })
  const [after] = await written()
  expect(after).toMatchObject({ name: 'Le Bureau', phone: '+33 4 00', website: 'https://desk.example' })
  expect(after?.provenance).toMatchObject({ name: 'people', phone: 'owner', website: 'osm', lat: 'osm' })
})

it('tells the same number of two sources apart', async () => {
  await writeSpaces(OSM, [desk(1)], { now: monday })
  const other = desk(1, {}, 'La Ruche')
  expect(await writeSpaces(GIRONDE, [other], { now: monday })).toMatchObject({ created: 1 })
  expect(await writeSpaces(GIRONDE, [other], { now: tuesday })).toMatchObject({ unchanged: 1 })
  expect(await db.spaceSource.count()).toBe(2)
})

describe('doubles', () => {
  const hive = (values: Parameters<typeof factsOf>[2], name = 'La Ruche') =>
    desk(
      7,
      {
        facts: factsOf('coworking', name, {
          'addr:street': 'rue du Port',
          'addr:housenumber': '36',
          'addr:postcode': '33000',
          ...values,
        }),
        hash: JSON.stringify(values),
      },
      name,
    )

  it('certain ones become one space, whose every fact names its source', async () => {
    await writeSpaces(OSM, [hive({ phone: '+33 1', opening_hours: 'Mo-Fr 09:00-18:00' })], { now: monday })
    const written = await writeSpaces(
      GIRONDE,
      [hive({ email: 'a@example.org', phone: '+33 2' }, 'LA RUCHE')],
      { now: tuesday },
    )
    expect(written).toEqual({ ...NOT_WRITTEN, merged: 1 })
    const [space, ...others] = await db.space.findMany({ include: { sources: true } })
    expect(others).toEqual([])
    expect(space).toMatchObject({ name: 'La Ruche', phone: '+33 1', email: 'a@example.org' })
    expect(space?.provenance).toMatchObject({
      name: 'osm',
      phone: 'osm',
      openingHours: 'osm',
      email: 'gironde',
    })
    expect(space?.sources.map(({ source }) => source).sort()).toEqual(['gironde', 'osm'])
    // What each says is kept apart: without OpenStreetMap the rest still stands.
    expect(space?.sources.find(({ source }) => source === 'gironde')?.facts).toMatchObject({ phone: '+33 2' })
    expect(
      await writeSpaces(GIRONDE, [hive({ email: 'a@example.org', phone: '+33 2' }, 'LA RUCHE')], {
        now: tuesday,
      }),
    ).toEqual({ ...NOT_WRITTEN, unchanged: 1 })
  })

  it('also within one batch', async () => {
    const twins = [hive({}), { ...hive({}), externalId: 'node/8' }]
    expect(await writeSpaces(OSM, twins, { now: monday })).toEqual({ ...NOT_WRITTEN, created: 1, merged: 1 })
    expect(await db.space.count()).toBe(1)
  })

  it('a field that people there corrected stays theirs', async () => {
    await writeSpaces(OSM, [hive({ phone: '+33 1' })], { now: monday })
    await db.space.updateMany({ data: { phone: '+33 9', provenance: { name: 'osm', phone: 'people' } } })
    await writeSpaces(GIRONDE, [hive({ phone: '+33 2', email: 'a@example.org' })], { now: tuesday })
    expect(await db.space.findFirst()).toMatchObject({ phone: '+33 9', email: 'a@example.org' })
  })

  it('doubtful ones stay two, and a person is asked once', async () => {
    await writeSpaces(OSM, [hive({})], { now: monday })
    const far = { ...hive({}), point: { lat: point.lat + 0.02, lng: point.lng } }
    expect(await writeSpaces(GIRONDE, [far], { now: tuesday })).toMatchObject({ created: 1, doubtful: 1 })
    expect(await db.spaceDouble.findMany()).toMatchObject([{ status: 'open', score: expect.any(Number) }])
    await writeSpaces(GIRONDE, [far], { now: tuesday })
    expect(await db.spaceDouble.count()).toBe(1)
  })

  it('one that people named is asked about as well, however far it was set by mistake', async () => {
    const south = { lat: point.lat + 0.02, lng: point.lng }
    const named = { name: 'La Ruche', street: '36 rue du Port', postcode: '33000' }
    await makeSpace({ ...named, ...south, provenance: { name: 'people' } })
    expect(await writeSpaces(OSM, [hive({})], { now: monday })).toMatchObject({ created: 1, doubtful: 1 })
  })

  it('the number of another street in the same town is another place, as is the same street of another town', async () => {
    await writeSpaces(OSM, [hive({})], { now: monday })
    const far = { lat: point.lat + 0.02, lng: point.lng }
    const elsewhere = { ...hive({ 'addr:street': 'quai Vieux' }), point: far }
    expect(await writeSpaces(GIRONDE, [elsewhere], { now: tuesday })).toMatchObject({ doubtful: 0 })
    const south = { lat: point.lat - 0.02, lng: point.lng }
    const cenon = { ...hive({ 'addr:postcode': '33150' }), externalId: 'node/9', point: south }
    expect(await writeSpaces(GIRONDE, [cenon], { now: tuesday })).toMatchObject({ doubtful: 0 })
  })

  it('the demo, and what closed for good, are nobody’s double', async () => {
    await writeSpaces(OSM, [hive({})], { now: monday })
    await db.space.updateMany({ data: { demo: true } })
    expect(await writeSpaces(GIRONDE, [hive({})], { now: tuesday })).toMatchObject({ created: 1, merged: 0 })
  })
})
