import { randomUUID } from 'node:crypto'
import { beforeEach, expect, it } from 'vitest'
import { db } from '@/lib/db'
import { beginRun, endRun } from '@/lib/imports/runs/commands'
import { type ImportedSpace, writeSpaces } from '@/lib/imports/spaces/commands'
import { factsOf } from '@/lib/imports/spaces/rules'
import { makeEvent } from '@/lib/testing/makers'
import { undoRun } from './commands'

const now = new Date('2026-11-24T08:00:00Z')
const OSM = { source: 'osm', licence: 'ODbL-1.0' }

beforeEach(async () => {
  await db.event.deleteMany()
  await db.space.deleteMany()
  await db.importRun.deleteMany()
})

const desk = (id: number, name = `Ruche ${id}`, lat = 40 + id): ImportedSpace => ({
  ...{ externalId: `node/${id}`, hash: `${name} ${lat}`, point: { lat, lng: 7 }, timeZone: 'Europe/Paris' },
  ...{ approximate: false, facts: factsOf('coworking', name, {}), tags: { name } },
})

/** A run over these rows, ended. */
async function ran(rows: ImportedSpace[], origin = OSM): Promise<string> {
  const run = {
    origin: 'a.json',
    ...origin,
    sha256: '',
    total: rows.length,
    options: { kind: null, map: null },
  }
  const runId = await beginRun(run, now)
  await writeSpaces(origin, rows, { now, runId })
  await endRun(runId, 'done', { now })
  return runId
}

const everything = async () => ({
  spaces: await db.space.findMany({ orderBy: { id: 'asc' }, omit: { updatedAt: true } }),
  sources: await db.spaceSource.findMany({ orderBy: { externalId: 'asc' } }),
})

it('takes back all that a run created, changed and merged', async () => {
  await ran([desk(1), desk(2)])
  const before = await everything()
  const second = await ran([desk(1), desk(2, 'Renommé'), desk(3)])
  const aix = await ran([desk(1)], { source: 'aix', licence: 'LOV2' })
  expect(await db.space.count()).toBe(3)
  expect(await undoRun(aix, { now })).toEqual({ ok: true, value: { removed: 0, restored: 1, kept: 0 } })
  expect(await undoRun(second, { now })).toEqual({ ok: true, value: { removed: 1, restored: 1, kept: 0 } })
  expect(await everything()).toEqual(before)
  expect(await db.importRun.findUnique({ where: { id: second } })).toMatchObject({ status: 'undone' })
  expect(await undoRun(second, { now })).toEqual({ ok: true, value: { removed: 0, restored: 0, kept: 0 } })
})

it('leaves what a later run said, which then remembers the past of the first', async () => {
  await ran([desk(1)])
  const before = await everything()
  const second = await ran([desk(1, 'Deux')])
  const third = await ran([desk(1, 'Trois')])
  expect(await undoRun(second, { now })).toMatchObject({ ok: true, value: { removed: 0, restored: 0 } })
  expect(await db.space.findFirst()).toMatchObject({ name: 'Trois' })
  await undoRun(third, { now })
  expect(await everything()).toEqual(before)
})

it('keeps spaces that people use or spoke of', async () => {
  const run = await ran([desk(1), desk(2), desk(3)])
  const [used, spoken] = await db.space.findMany({ orderBy: { name: 'asc' } })
  await makeEvent({ spaceId: used?.id ?? '' })
  await db.space.update({ where: { id: spoken?.id ?? '' }, data: { provenance: { name: 'people' } } })
  expect(await undoRun(run, { now })).toEqual({ ok: true, value: { removed: 1, restored: 0, kept: 2 } })
  expect(await db.spaceSource.count()).toBe(0)
})

it('takes back more than a batch holds', async () => {
  const rows = Array.from({ length: 1203 }, (_, i) => desk(i, `Ruche ${i}`, (i - 600) / 10))
  const seen: number[] = []
  const run = await ran(rows)
  expect(await undoRun(run, { now, size: 500, onProgress: (n) => seen.push(n) })).toMatchObject({
    value: { removed: 1203 },
  })
  expect(seen).toEqual([500, 1000, 1203])
  expect(await db.space.count()).toBe(0)
})

it('refuses a run that is at work, and one that is not', async () => {
  const run = { origin: 'a', ...OSM, sha256: '', total: 0, options: { kind: null, map: null } }
  const id = await beginRun(run, now)
  expect(await undoRun(id, { now })).toEqual({ ok: false, reason: 'running' })
  expect(await undoRun(randomUUID(), { now })).toEqual({ ok: false, reason: 'unknown' })
})
