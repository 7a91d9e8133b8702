import { v7 } from 'uuid'
import { db, type Transaction } from '@/lib/db'
import type { Place } from '@/lib/imports/doubles/rules'
import type { Point } from '@/lib/imports/geometry/rules'
import { candidatesAround } from '@/lib/imports/matching/queries'
import { type Match, matchRows } from '@/lib/imports/matching/rules'
import { createSpaces, refreshSpaces } from '@/lib/imports/merging/commands'
import { merge } from '@/lib/imports/merging/rules'
import type { Tags } from '@/lib/imports/osm/schema'
import type { SpaceFacts, StoredFacts } from './schema'

/** Any number that nothing else locks: two imports at a time take turns, batch by batch. */
const LOCK = 20_100_413
/** Milliseconds. */
const TIMEOUT = 60_000

/** A space as it came out of a file. */
export type ImportedSpace = {
  externalId: string
  hash: string
  point: Point
  timeZone: string
  /** Its point is that of its commune. */
  approximate: boolean
  facts: SpaceFacts
  tags: Tags
}

/** Where a batch comes from. */
export type Origin = { source: string; licence: string }

/**
 * What became of a batch. `merged` became one with a space that was there, `doubtful` may be one with another and a
 * person is asked; `approximate` counts those of the three first that stand where their commune does.
 */
export type Written = {
  created: number
  merged: number
  updated: number
  unchanged: number
  doubtful: number
  approximate: number
}

export const NOT_WRITTEN: Written = {
  ...{ created: 0, merged: 0, updated: 0, unchanged: 0, doubtful: 0, approximate: 0 },
}

export type WriteOptions = {
  now: Date
  /** The run that keeps what it changed, so that it can be undone. */
  runId?: string
  /** Done in the same transaction. */
  within?: (tx: Transaction, written: Written) => Promise<void>
}

/**
 * Writes a batch of imported spaces, all or nothing, each with its provenance. Known ones whose hash is the same are
 * not touched; new ones that are certainly one with a space become part of it; what is no longer in the source stays, and
 * so does what the owner or people there said. External ids differ within a batch.
 */
export async function writeSpaces(
  origin: Origin,
  batch: ImportedSpace[],
  { now, runId, within }: WriteOptions,
): Promise<Written> {
  if (batch.length === 0 && !within) return NOT_WRITTEN
  return db.$transaction(
    async (tx) => {
      await lockImports(tx)
      const { fresh, changed } = await sortOut(tx, origin, batch)
      if (runId) await keepBefore(tx, runId, origin, [...fresh, ...changed.map(({ space }) => space)])
      const places = fresh.map((space) => placeOf(origin, space))
      const matches = matchRows(places, await candidatesAround(tx, places))
      const ids = idsOf(matches, now)
      await create(tx, origin, fresh, { ids, matches, now })
      for (const { space } of changed)
        await tx.spaceSource.update({
          where: { source_externalId: { source: origin.source, externalId: space.externalId } },
          data: rowOf(space, now),
        })
      const joined = fresh.flatMap((_, i) => (typeof matches[i]?.into === 'string' ? [ids[i] ?? ''] : []))
      await refreshSpaces(tx, [...new Set([...changed.map(({ spaceId }) => spaceId), ...joined])], now)
      await ask(tx, ids, matches)
      const merged = matches.filter(({ into }) => into !== null).length
      const touched = [...fresh, ...changed.map(({ space }) => space)]
      const written = {
        created: fresh.length - merged,
        merged,
        updated: changed.length,
        unchanged: batch.length - touched.length,
        doubtful: matches.filter(({ doubtful }) => doubtful.length > 0).length,
        approximate: touched.filter((space) => space.approximate).length,
      }
      await within?.(tx, written)
      return written
    },
    { timeout: TIMEOUT, maxWait: TIMEOUT },
  )
}

/** Whoever writes imported spaces waits here for whoever is at it, until the end of the transaction. */
export async function lockImports(tx: Transaction): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${LOCK})`
}

async function sortOut(tx: Transaction, { source }: Origin, batch: ImportedSpace[]) {
  const rows = await tx.spaceSource.findMany({
    where: { source, externalId: { in: batch.map(({ externalId }) => externalId) } },
    select: { externalId: true, spaceId: true, hash: true },
  })
  const known = new Map(rows.map((row) => [row.externalId, row]))
  const fresh = batch.filter(({ externalId }) => !known.has(externalId))
  const changed = batch.flatMap((space) => {
    const row = known.get(space.externalId)
    return row && row.hash !== space.hash ? [{ space, spaceId: row.spaceId }] : []
  })
  return { fresh, changed }
}

/** Rows as they were before this run: NULL where there was none. */
async function keepBefore(tx: Transaction, runId: string, { source }: Origin, spaces: ImportedSpace[]) {
  const ids = spaces.map(({ externalId }) => externalId)
  await tx.$executeRaw`
    INSERT INTO import_changes (run_id, source, external_id, before)
    SELECT ${runId}::uuid, ${source}, id, to_jsonb(s) FROM unnest(${ids}::text[]) AS id
    LEFT JOIN space_sources s ON s.source = ${source} AND s.external_id = id
    ON CONFLICT DO NOTHING`
}

/** The space of each row: one that was there, that of an earlier row, or a new one. */
function idsOf(matches: readonly Match[], now: Date): string[] {
  const ids: string[] = []
  for (const { into } of matches)
    ids.push(
      typeof into === 'string' ? into : into === null ? v7({ msecs: now.getTime() }) : (ids[into] ?? ''),
    )
  return ids
}

async function create(
  tx: Transaction,
  origin: Origin,
  fresh: ImportedSpace[],
  { ids, matches, now }: { ids: string[]; matches: Match[]; now: Date },
): Promise<void> {
  const known = new Set(matches.flatMap(({ into }) => (typeof into === 'string' ? [into] : [])))
  const rows = fresh.map((space, i) => ({ space, spaceId: ids[i] ?? '' }))
  const made = new Map<string, ImportedSpace[]>()
  for (const { space, spaceId } of rows)
    if (!known.has(spaceId)) made.set(spaceId, [...(made.get(spaceId) ?? []), space])
  const spaces = [...made].map(([id, parts]) => {
    const said = parts.map((space) => ({ ...origin, externalId: space.externalId, facts: storedOf(space) }))
    return { id, merged: merge(said, {}) }
  })
  await createSpaces(tx, spaces, now)
  await tx.spaceSource.createMany({
    data: rows.map(({ space, spaceId }) => ({ ...origin, ...rowOf(space, now), spaceId })),
  })
}

/** Doubtful pairs wait for a person; what was asked or decided before stays. */
async function ask(tx: Transaction, ids: string[], matches: Match[]): Promise<void> {
  const pairs = matches.flatMap(({ doubtful }, i) =>
    doubtful.flatMap(({ with: other, score }) => {
      const [a = '', b = ''] = [ids[i], typeof other === 'string' ? other : ids[other]].sort()
      return a === b ? [] : [{ firstId: a, secondId: b, score }]
    }),
  )
  await tx.spaceDouble.createMany({ data: pairs, skipDuplicates: true })
}

const placeOf = ({ source }: Origin, { externalId, facts, point, approximate }: ImportedSpace): Place => ({
  ...{ source, externalId, point, approximate },
  ...{ kind: facts.kind, name: facts.name, street: facts.street, postcode: facts.postcode, city: facts.city },
})

const day = (date: Date | null) => date?.toISOString().slice(0, 10) ?? null

const storedOf = ({ facts, point, timeZone, approximate }: ImportedSpace): StoredFacts => ({
  ...facts,
  ...point,
  ...{ timeZone, approximate },
  confirmedOn: day(facts.confirmedOn),
  hoursConfirmedOn: day(facts.hoursConfirmedOn),
})

const rowOf = (space: ImportedSpace, now: Date) => ({
  externalId: space.externalId,
  fields: space.tags,
  facts: storedOf(space),
  hash: space.hash,
  importedAt: now,
})
