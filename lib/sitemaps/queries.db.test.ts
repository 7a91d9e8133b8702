import { beforeAll, expect, it } from 'vitest'
import { now } from '@/lib/clock'
import { db } from '@/lib/db'
import { makeHomeTable } from '@/lib/testing/homes'
import { makeEvent, makeSpace } from '@/lib/testing/makers'
import { countingStatements } from '@/lib/testing/statements'
import { PART_SIZE, pagesOf, sitemapParts } from './queries'
import type { Part } from './schema'

/** Places in the filled table: three parts, the last one not full. */
const PLACES = 25_000

beforeAll(async () => {
  await db.$executeRaw`
    INSERT INTO spaces (id, kind, name, lat, lng, time_zone, city, updated_at)
    SELECT lpad(to_hex(n), 32, '0')::uuid, 'coworking', 'Lieu ' || n, 43.55 + (n % 100) / 1000.0, 7.01, 'Europe/Paris',
      'Cannes', '2026-11-01' FROM generate_series(1, ${PLACES}) AS n`
  await db.$executeRaw`UPDATE spaces SET closed_on = '2026-11-02' WHERE name = 'Lieu 7'`
}, 120_000)

const pathsOf = async (part: Part) =>
  (await Array.fromAsync(pagesOf(part, now()))).flat().map((page) => ('path' in page ? page.path : page.town))

it('lists every place once, part by part, in as many queries as a part has batches', async () => {
  const [parts, asked] = await countingStatements(() => sitemapParts(now()))
  // One for the towns, one for each table.
  expect(asked).toBe(4)
  const ofSpaces = parts.filter(({ of }) => of === 'spaces')
  expect(ofSpaces).toHaveLength(3)
  const lists: string[][] = []
  for (const part of ofSpaces) {
    const [paths, asked] = await countingStatements(() => pathsOf(part))
    expect(asked).toBeLessThanOrEqual(10)
    lists.push(paths)
  }
  // The closed one is left out, and moves no other.
  expect(lists.map(({ length }) => length)).toEqual([PART_SIZE - 1, PART_SIZE, PLACES - 2 * PART_SIZE])
  expect(new Set(lists.flat()).size).toBe(PLACES - 1)
  expect(lists[1]?.[0]).toBe('/spaces/00000000-0000-0000-0000-000000002711/lieu-10001')
}, 60_000)

it('reads no more than a batch at a time', async () => {
  const pages = pagesOf({ of: 'spaces', first: '00000000-0000-0000-0000-000000000001' }, now())
  const [first, asked] = await countingStatements(() => pages.next())
  expect([first.value?.length, asked]).toEqual([999, 1])
  await pages.return(undefined)
})

it('lists what everybody may be led to, and nothing else', async () => {
  const shown = await makeEvent({ title: 'Montré' })
  await makeEvent({ title: 'Caché', unlisted: true })
  await makeEvent({ title: 'Brouillon', status: 'draft' })
  await makeEvent({ title: 'Annulé', status: 'cancelled' })
  const past = { startsAt: new Date('2026-01-08T08:00:00Z'), endsAt: new Date('2026-01-08T09:00:00Z') }
  await makeEvent({ title: 'Passé', ...past })
  await makeHomeTable()
  await makeSpace({ name: 'Chez Ana', kind: 'home_table' })
  const group = await db.group.create({ data: { name: 'Édit', city: 'Cannes' } })
  const parts = await sitemapParts(now())
  const all = (await Promise.all(parts.filter(({ of }) => of !== 'spaces').map(pathsOf))).flat()
  expect(all).toEqual([
    ...['', '/agenda', '/groups', '/legal', '/privacy', ''],
    'cannes',
    `/events/${shown.id}/montre`,
    `/groups/${group.id}/group-edit`,
  ])
  const last = parts.findLast(({ of }) => of === 'spaces')
  expect(last && (await pathsOf(last)).filter((path) => path.includes('chez-ana'))).toEqual([])
}, 60_000)

it('has nothing to say of a part whose first is gone', async () => {
  expect(await pathsOf({ of: 'groups', first: 'ffffffff-ffff-4fff-bfff-ffffffffffff' })).toEqual([])
})
