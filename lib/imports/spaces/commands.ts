import { randomBytes } from 'node:crypto'
import { v7 } from 'uuid'
import { bulkTransaction, type Connection, type Transaction } from '@/lib/db'
import { copyInto } from '@/lib/imports/copying/commands'
import { lineOf } from '@/lib/imports/copying/rules'
import { doorsOf, houseNumber } from '@/lib/imports/doors/rules'
import type { Place } from '@/lib/imports/doubles/rules'
import type { Point } from '@/lib/imports/geometry/rules'
import { askOn, candidatesAround } from '@/lib/imports/matching/queries'
import { type Match, matchRows } from '@/lib/imports/matching/rules'
import { createSpaces, refreshSpaces } from '@/lib/imports/merging/commands'
import { alone, merge, type Said } from '@/lib/imports/merging/rules'
import type { Tags } from '@/lib/imports/osm/schema'
import { knownFacts, type SpaceFacts, type StoredFacts } from './schema'

/** Any number that nothing else locks: two imports at a time take turns, batch by batch. */
const LOCK = 20_100_413

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
  return bulkTransaction(async (tx, connection) => {
    await lockImports(tx)
    await byIndex(connection)
    const { fresh, changed } = await sortOut(connection, origin, batch)
    const places = fresh.map((space) => placeOf(origin, space))
    const matches = matchRows(places, await candidatesAround(askOn(connection), places))
    const rows = rowsOf(fresh, { places, matches, now })
    await create(connection, origin, rows, now)
    if (runId)
      await keepBefore(connection, runId, origin, { fresh, changed: changed.map(({ space }) => space) })
    await update(connection, origin, changed, now)
    const joined = rows.flatMap(({ into, spaceId }) => (typeof into === 'string' ? [spaceId] : []))
    await refreshSpaces(tx, [...new Set([...changed.map(({ spaceId }) => spaceId), ...joined])], now)
    await ask(tx, rows)
    const merged = matches.filter(({ into }) => into !== null).length
    const approximate = (spaces: readonly { approximate: boolean }[]) =>
      spaces.filter((space) => space.approximate).length
    const written = {
      created: fresh.length - merged,
      merged,
      updated: changed.length,
      unchanged: batch.length - fresh.length - changed.length,
      doubtful: matches.filter(({ doubtful }) => doubtful.length > 0).length,
      approximate: approximate(fresh) + approximate(changed.map(({ space }) => space)),
    }
    await within?.(tx, written)
    return written
  })
}

/** Whoever writes imported spaces waits here for whoever is at it, until the end of the transaction. */
export async function lockImports(tx: Transaction): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${LOCK})`
}

/** Tables that grow while one looks are looked through by their indexes, whatever was known of their size. */
export async function byIndex(connection: Connection): Promise<void> {
  await connection.query(
    'SET LOCAL enable_seqscan = off; SET LOCAL enable_mergejoin = off; SET LOCAL enable_hashjoin = off',
  )
}

/** Which rows are new, and which are known and say something else now; the others are as they were. */
async function sortOut(connection: Connection, { source }: Origin, batch: readonly ImportedSpace[]) {
  const { rows } = await connection.query<[place: string, spaceId: string | null]>({
    text: `
      SELECT r.place - 1, s.space_id FROM unnest($2::text[], $3::text[]) WITH ORDINALITY AS r(id, hash, place)
      LEFT JOIN space_sources s ON s.source = $1 AND s.external_id = r.id
      WHERE s.hash IS DISTINCT FROM r.hash ORDER BY r.place`,
    values: [source, batch.map(({ externalId }) => externalId), batch.map(({ hash }) => hash)],
    rowMode: 'array',
  })
  const fresh: ImportedSpace[] = []
  const changed: { space: ImportedSpace; spaceId: string }[] = []
  for (const [place, spaceId] of rows) {
    const space = batch[Number(place)]
    if (space && spaceId === null) fresh.push(space)
    else if (space && spaceId !== null) changed.push({ space, spaceId })
  }
  return { fresh, changed }
}

/** Rows as they were before this run: NULL where there was none. */
async function keepBefore(
  connection: Connection,
  runId: string,
  { source }: Origin,
  { fresh, changed }: { fresh: readonly ImportedSpace[]; changed: readonly ImportedSpace[] },
): Promise<void> {
  if (changed.length > 0)
    await connection.query(
      `INSERT INTO import_changes (run_id, source, external_id, before)
      SELECT $1, source, external_id, to_jsonb(s) FROM space_sources s
      WHERE source = $2 AND external_id = ANY ($3) ON CONFLICT DO NOTHING`,
      [runId, source, changed.map(({ externalId }) => externalId)],
    )
  const lines = function* () {
    for (const { externalId } of fresh) yield lineOf([runId, source, externalId])
  }
  if (fresh.length > 0)
    await copyInto(connection, 'import_changes', ['run_id', 'source', 'external_id'], lines())
}

/** A new row: the space that it is part of, which may be one that was there, that of an earlier row, or its own. */
type Row = Match & { space: ImportedSpace; place: Place; facts: StoredFacts; spaceId: string }

function rowsOf(
  fresh: readonly ImportedSpace[],
  { places, matches, now }: { places: readonly Place[]; matches: readonly Match[]; now: Date },
): Row[] {
  const rows: Row[] = []
  for (const [i, space] of fresh.entries()) {
    const [place, match] = [places[i], matches[i]]
    if (!place || !match) continue
    const earlier = typeof match.into === 'number' ? rows[match.into]?.spaceId : match.into
    rows.push({ ...match, space, place, facts: storedOf(space), spaceId: earlier ?? nextId(now) })
  }
  return rows
}

let made = 0
const RANDOM = 16_384
let random = new Uint8Array(0)

/** Ids that follow each other: the indexes grow at one end, and what was made together lies together. */
function nextId(now: Date): string {
  made = (made + 1) % 2 ** 32
  if (random.length < 16) random = randomBytes(RANDOM)
  const bytes = random.subarray(0, 16)
  random = random.subarray(16)
  return v7({ msecs: now.getTime(), seq: made, random: bytes })
}

async function create(
  connection: Connection,
  origin: Origin,
  rows: readonly Row[],
  now: Date,
): Promise<void> {
  const parts = new Map<string, Said[]>()
  const there = new Set(rows.flatMap(({ into }) => (typeof into === 'string' ? [into] : [])))
  for (const { space, spaceId, facts } of rows) {
    if (there.has(spaceId)) continue
    const said = { source: origin.source, externalId: space.externalId, facts }
    const known = parts.get(spaceId)
    if (known) known.push(said)
    else parts.set(spaceId, [said])
  }
  const spaces = [...parts].map(([id, said]) => {
    const [first, ...others] = said
    return { id, merged: first && others.length === 0 ? alone(first) : merge(said, {}) }
  })
  await createSpaces(connection, spaces, now)
  const lines = function* () {
    for (const { space, place, facts, spaceId } of rows) {
      const doors = doorsOf(place)
      const id = [spaceId, origin.source, space.externalId, origin.licence]
      yield lineOf([...id, space.tags, knownFacts(facts), space.hash, now, doors.city, doors.postcode])
    }
  }
  const columns = ['space_id', 'source', 'external_id', 'licence', 'fields', 'facts', 'hash', 'imported_at']
  await copyInto(connection, 'space_sources', [...columns, 'door_city', 'door_postcode'], lines())
}

async function update(
  connection: Connection,
  origin: Origin,
  changed: readonly { space: ImportedSpace }[],
  now: Date,
): Promise<void> {
  if (changed.length === 0) return
  const rows = changed.map(({ space }) => {
    const { city, postcode } = doorsOf(placeOf(origin, space))
    return {
      id: space.externalId,
      fields: space.tags,
      facts: storedOf(space),
      hash: space.hash,
      city,
      postcode,
    }
  })
  await connection.query(
    `UPDATE space_sources s SET fields = r.fields, facts = r.facts, hash = r.hash, imported_at = $3,
      door_city = r.city, door_postcode = r.postcode
    FROM jsonb_to_recordset($2::jsonb)
      AS r(id text, fields jsonb, facts jsonb, hash text, city int4, postcode int4)
    WHERE s.source = $1 AND s.external_id = r.id`,
    [origin.source, JSON.stringify(rows), now],
  )
}

/** Doubtful pairs wait for a person; what was asked or decided before stays. */
async function ask(tx: Transaction, rows: readonly Row[]): Promise<void> {
  const pairs = rows.flatMap(({ doubtful, spaceId }) =>
    doubtful.flatMap(({ with: other, score }) => {
      const [a = '', b = ''] = [spaceId, typeof other === 'string' ? other : rows[other]?.spaceId].sort()
      return a === b ? [] : [{ firstId: a, secondId: b, score }]
    }),
  )
  if (pairs.length > 0) await tx.spaceDouble.createMany({ data: pairs, skipDuplicates: true })
}

function placeOf({ source }: Origin, { externalId, facts, point, approximate }: ImportedSpace): Place {
  const { kind, name, street, postcode, city } = facts
  const place = { source, externalId, kind, name, point, street, postcode, city, approximate }
  return { ...place, number: houseNumber(street, city) }
}

const day = (date: Date | null) => date?.toISOString().slice(0, 10) ?? null

const storedOf = ({ facts, point, timeZone, approximate }: ImportedSpace): StoredFacts => ({
  ...facts,
  ...point,
  ...{ timeZone, approximate },
  confirmedOn: day(facts.confirmedOn),
  hoursConfirmedOn: day(facts.hoursConfirmedOn),
})
