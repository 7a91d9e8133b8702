import { expect, it } from 'vitest'
import { now } from '@/lib/clock'
import { db } from '@/lib/db'
import { writeSpaces } from '@/lib/imports/spaces/commands'
import { factsOf } from '@/lib/imports/spaces/rules'
import { makeSpace } from '@/lib/testing/makers'
import { applyChanges, undoChanges } from './commands'
import { type Before, beforeSchema, type Changes } from './schema'

const OSM = { source: 'osm', licence: 'ODbL-1.0' }
const apply = (id: string, changes: Changes, by: 'people' | 'owner' = 'people') =>
  db.$transaction((tx) => applyChanges(tx, id, changes, by, now()))
const undo = (id: string, changes: Changes, before: Before | null) =>
  db.$transaction((tx) => undoChanges(tx, id, { changes, before: beforeSchema.parse(before) }, now()))
const spaceOf = (id: string) => db.space.findUniqueOrThrow({ where: { id } })

let rows = 0
const imported = (externalId: string, tags: Record<string, string>) => {
  const facts = factsOf('coworking', 'La Ruche', tags)
  // Far from what other tests of this file bring.
  const point = { lat: -40 - Number(externalId.slice(5)) / 10, lng: 2 }
  rows += 1
  return { externalId, hash: String(rows), point, timeZone: 'Europe/Paris', approximate: true, facts, tags }
}

async function brought(externalId: string, tags: Record<string, string>): Promise<string> {
  await writeSpaces(OSM, [imported(externalId, tags)], { now: now() })
  const where = { source_externalId: { source: 'osm', externalId } }
  return (await db.spaceSource.findUniqueOrThrow({ where })).spaceId
}

it('what people say is never overwritten by an import, "unknown" included; undoing gives it back to the source', async () => {
  const id = await brought('node/1', { phone: '1', opening_hours: 'Mo 09:00-12:00', operator: 'Elle' })
  const changes: Changes = {
    ...{ phone: null, openingHours: 'Tu 09:00-12:00', hoursText: null, lat: 45, lng: 3, coffee: false },
  }
  const before = await apply(id, changes)
  expect(before).toMatchObject({
    values: { phone: '1', openingHours: 'Mo 09:00-12:00', approximate: true, coffee: null },
    provenance: { phone: 'osm', openingHours: 'osm', lat: 'osm', coffee: null },
  })
  const later = {
    phone: '2',
    opening_hours: 'We 09:00-12:00',
    operator: 'Lui',
    'check_date:opening_hours': '2020-01-01',
  }
  await writeSpaces(OSM, [imported('node/1', later)], { now: now() })
  const today = now().toISOString().slice(0, 10)
  const space = await spaceOf(id)
  expect(space).toMatchObject({ ...changes, approximate: false, operator: 'Lui' })
  expect(space.hoursConfirmedOn?.toISOString().slice(0, 10)).toBe(today)
  expect(space.provenance).toMatchObject({
    phone: 'people',
    lat: 'people',
    coffee: 'people',
    operator: 'osm',
  })

  expect(await undo(id, changes, before)).toEqual(Object.keys(changes))
  const after = await spaceOf(id)
  expect(after).toMatchObject({ phone: '2', openingHours: 'We 09:00-12:00', approximate: true, coffee: null })
  expect(after.provenance).toMatchObject({ phone: 'osm', openingHours: 'osm', lat: 'osm' })
  expect(after.provenance).not.toHaveProperty('coffee')
})

it('undoing leaves what somebody said since', async () => {
  const { id } = await makeSpace({ phone: '1', name: 'La Bulle', provenance: { name: 'owner' } })
  const first: Changes = { phone: '2', name: 'La Bulle bleue' }
  const before = await apply(id, first)
  await apply(id, { phone: '3' }, 'owner')
  expect(await undo(id, first, before)).toEqual(['name'])
  expect(await spaceOf(id)).toMatchObject({
    phone: '3',
    name: 'La Bulle',
    provenance: { phone: 'owner', name: 'owner' },
  })
})

it('a day is a day on its way there and back', async () => {
  const { id } = await makeSpace()
  const before = await apply(id, { closedOn: '2026-11-30' })
  expect((await spaceOf(id)).closedOn).toEqual(new Date('2026-11-30T00:00:00Z'))
  expect((await spaceOf(id)).provenance).toEqual({})
  await undo(id, { closedOn: '2026-11-30' }, before)
  expect((await spaceOf(id)).closedOn).toBeNull()
})

it('two at once both stand, and an import that runs meanwhile loses neither', async () => {
  const id = await brought('node/2', { phone: '1' })
  await Promise.all([
    apply(id, { phone: '2' }),
    apply(id, { coffee: true }),
    writeSpaces(OSM, [imported('node/2', { phone: '9', operator: 'Lui' })], { now: now() }),
    apply(id, { email: 'a@example.org' }, 'owner'),
  ])
  const space = await spaceOf(id)
  expect(space).toMatchObject({ phone: '2', coffee: true, email: 'a@example.org', operator: 'Lui' })
  expect(space.provenance).toMatchObject({
    phone: 'people',
    coffee: 'people',
    email: 'owner',
    operator: 'osm',
  })
})

it('of a space that is not there nothing is said', async () => {
  expect(await apply('0190a000-0000-7000-8000-000000000000', { phone: '1' })).toBeNull()
})
