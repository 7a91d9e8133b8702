import { beforeAll, expect, test } from 'vitest'
import { db } from '@/lib/db'
import { distance } from '@/lib/geo/distance'
import type { BBox, LatLng } from '@/lib/geo/types'
import { makeFreelancer, makeSpace } from '@/lib/testing/makers'
import { Prisma } from '@/prisma/client/client'
import { columns, every, inBox, metresFrom } from './queries'

const places: Record<string, LatLng> = {
  cannes: { lat: 43.5513, lng: 7.0128 },
  nice: { lat: 43.6961, lng: 7.2718 },
  fiji: { lat: -17, lng: 179.5 },
  samoa: { lat: -17, lng: -179.5 },
  pole: { lat: 90, lng: 0 },
}

beforeAll(async () => {
  for (const [name, at] of Object.entries(places)) await makeSpace({ name, ...at })
})

async function inside(bbox: BBox): Promise<string[]> {
  const rows = await db.$queryRaw<{ name: string }[]>`
    SELECT name FROM spaces WHERE ${inBox(columns.spaces, bbox)} ORDER BY name`
  return rows.map(({ name }) => name)
}

test.each<[string, BBox, string[]]>([
  ['a town', { west: 7, south: 43.5, east: 7.1, north: 43.6 }, ['cannes']],
  ['nothing', { west: 8, south: 43.5, east: 8.1, north: 43.6 }, []],
  ['its very sides', { west: 7.0128, south: 43.5513, east: 7.2718, north: 43.6961 }, ['cannes', 'nice']],
  ['across the antimeridian', { west: 179, south: -20, east: -179, north: -10 }, ['fiji', 'samoa']],
  ['the rest of that belt', { west: -179, south: -20, east: 179, north: -10 }, []],
  ['the earth', { west: -180, south: -90, east: 180, north: 90 }, Object.keys(places).sort()],
])('a box holds %s', async (_, bbox, names) => {
  expect(await inside(bbox)).toEqual(names)
})

test.each(Object.entries(places))('metres from %s are those of lib/geo', async (_, from) => {
  const rows = await db.$queryRaw<{ name: string; metres: number }[]>`
    SELECT name, ${metresFrom(columns.spaces, from)} AS metres FROM spaces`
  expect(rows).toHaveLength(5)
  for (const { name, metres } of rows) expect(metres).toBeCloseTo(distance(from, places[name] as LatLng), 2)
})

test('whoever is nowhere is at no distance', async () => {
  const { id } = await makeFreelancer()
  const rows = await db.$queryRaw<{ metres: number | null }[]>`
    SELECT ${metresFrom(columns.freelancers, places.cannes as LatLng)} AS metres
    FROM freelancers WHERE id = ${id}::uuid`
  expect(rows).toEqual([{ metres: null }])
})

test('no condition at all lets everything through, two let through what fulfils both', async () => {
  const count = async (conditions: Prisma.Sql[]) =>
    (await db.$queryRaw<object[]>`SELECT 1 FROM spaces WHERE ${every(conditions)}`).length
  expect(await count([])).toBe(5)
  expect(await count([Prisma.sql`lat > 0`, Prisma.sql`lng > 7.1`])).toBe(1)
})
