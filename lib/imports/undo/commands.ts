import { bulkTransaction, type Connection, db, type Transaction } from '@/lib/db'
import { refreshSpaces } from '@/lib/imports/merging/commands'
import { runOptionsSchema } from '@/lib/imports/runs/schema'
import { byIndex, lockImports } from '@/lib/imports/spaces/commands'
import { ok, type Result, refuse } from '@/lib/result'

/** Rows put back in one transaction. */
const BATCH = 2_000

/** `removed` spaces are gone; `kept` ones have no source any more, but people use them; the rest is as it was before. */
export type Undone = { removed: number; restored: number; kept: number }

type UndoOptions = {
  now: Date
  onProgress?: (rows: number) => void
  /** Rows put back in one transaction; for tests. */
  size?: number
}

/**
 * Takes back all that a run did: rows of sources are as they were before it, and spaces are what their sources say
 * then. What a later run did to the same row stays, and that run remembers this one's past. In batches: broken off, it is
 * done again and goes on. Refused while the run is at work.
 */
export async function undoRun(
  runId: string,
  { now, onProgress, size = BATCH }: UndoOptions,
): Promise<Result<Undone, 'unknown' | 'running'>> {
  const run = await db.importRun.findUnique({ where: { id: runId }, select: { status: true, options: true } })
  if (!run) return refuse('unknown')
  if (run.status === 'waiting' || run.status === 'running') return refuse('running')
  // Broken off, it is never taken for an import that may go on.
  const options = { ...runOptionsSchema.catch({ kind: null, map: null }).parse(run.options), undo: true }
  await db.importRun.update({ where: { id: runId }, data: { options } })
  const total: Undone = { removed: 0, restored: 0, kept: 0 }
  for (let rows = 0; ; ) {
    const batch = await bulkTransaction((tx, connection) => undoBatch(tx, connection, { runId, now, size }))
    if (batch.rows === 0) break
    total.removed += batch.removed
    total.restored += batch.restored
    total.kept += batch.kept
    rows += batch.rows
    onProgress?.(rows)
  }
  await db.importRun.update({ where: { id: runId }, data: { status: 'undone' } })
  return ok(total)
}

/** A row that the run changed or created, and the run that changed it next, if one did. */
type Change = { source: string; id: string; created: boolean; later: string | null }

async function undoBatch(
  tx: Transaction,
  connection: Connection,
  { runId, now, size }: { runId: string; now: Date; size: number },
): Promise<Undone & { rows: number }> {
  await lockImports(tx)
  await byIndex(connection)
  const { rows: changes } = await connection.query<Change>(
    `SELECT mine.source, mine.external_id AS id, mine.before IS NULL AS created,
      (SELECT other.run_id FROM import_changes other
        WHERE (other.source, other.external_id) = (mine.source, mine.external_id) AND other.run_id > mine.run_id
        ORDER BY other.run_id LIMIT 1) AS later
    FROM import_changes mine WHERE mine.run_id = $1 ORDER BY source, external_id LIMIT $2`,
    [runId, size],
  )
  await passOn(connection, runId, changes)
  const own = changes.filter(({ later }) => later === null)
  const touched = new Set([...(await takeBack(connection, own)), ...(await putBack(connection, runId, own))])
  await connection.query(
    `DELETE FROM import_changes c USING unnest($2::text[], $3::text[]) AS k(source, id)
    WHERE c.run_id = $1 AND (c.source, c.external_id) = (k.source, k.id)`,
    [runId, ...columns(changes)],
  )
  const removed = await dropOrphans(connection, [...touched])
  for (const id of removed) touched.delete(id)
  const left = [...touched]
  await refreshSpaces(tx, left, now)
  const kept = await orphansOf(connection, left)
  return { rows: changes.length, removed: removed.length, kept, restored: left.length - kept }
}

const columns = (changes: readonly Change[]) => [
  changes.map(({ source }) => source),
  changes.map(({ id }) => id),
]

/** What was before this run becomes what was before the next one that changed the row. */
async function passOn(connection: Connection, runId: string, changes: readonly Change[]): Promise<void> {
  const passed = changes.filter(({ later }) => later !== null)
  if (passed.length === 0) return
  await connection.query(
    `UPDATE import_changes other SET before = mine.before
    FROM unnest($2::text[], $3::text[], $4::uuid[]) AS k(source, id, later)
    JOIN import_changes mine ON mine.run_id = $1 AND (mine.source, mine.external_id) = (k.source, k.id)
    WHERE other.run_id = k.later AND (other.source, other.external_id) = (k.source, k.id)`,
    [runId, ...columns(passed), passed.map(({ later }) => later)],
  )
}

/** Rows that the run created go. Answers the spaces that they were part of. */
async function takeBack(connection: Connection, own: readonly Change[]): Promise<string[]> {
  const { rows } = await connection.query<{ id: string }>(
    `DELETE FROM space_sources s USING unnest($1::text[], $2::text[]) AS k(source, id)
    WHERE (s.source, s.external_id) = (k.source, k.id) RETURNING s.space_id AS id`,
    columns(own.filter(({ created }) => created)),
  )
  return rows.map(({ id }) => id)
}

/** Rows that the run changed are as they were. Answers the spaces that they are part of. */
async function putBack(connection: Connection, runId: string, own: readonly Change[]): Promise<string[]> {
  const changed = own.filter(({ created }) => !created)
  if (changed.length === 0) return []
  const { rows } = await connection.query<{ id: string }>(
    `UPDATE space_sources s SET licence = b.licence, fields = b.fields, facts = b.facts, hash = b.hash,
      imported_at = b.imported_at, door_city = b.door_city, door_postcode = b.door_postcode
    FROM unnest($2::text[], $3::text[]) AS k(source, id)
    JOIN import_changes c ON c.run_id = $1 AND (c.source, c.external_id) = (k.source, k.id),
      jsonb_populate_record(NULL::space_sources, c.before) AS b
    WHERE (s.source, s.external_id) = (k.source, k.id) RETURNING s.space_id AS id`,
    [runId, ...columns(changed)],
  )
  return rows.map(({ id }) => id)
}

/** What people hang on a space: with any of it, it stays. */
const USED = [
  ...['events', 'wish_drafts', 'coffees', 'presences', 'space_photos', 'space_confirmations'],
  ...['space_observations', 'space_corrections', 'space_claims', 'space_owners', 'space_visits'],
]

const lonely = (tables: readonly string[]) =>
  tables.map((table) => `NOT EXISTS (SELECT FROM ${table} WHERE space_id = s.id)`).join(' AND ')

/** Spaces that no source speaks of any more go, unless somebody uses them or said something of them. Answers those. */
async function dropOrphans(connection: Connection, ids: readonly string[]): Promise<string[]> {
  const { rows } = await connection.query<{ id: string }>(
    `DELETE FROM spaces s WHERE id = ANY ($1::uuid[]) AND ${lonely(['space_sources', ...USED])}
      AND NOT jsonb_path_exists(provenance, '$.* ? (@ == "people" || @ == "owner")') RETURNING id`,
    [ids],
  )
  return rows.map(({ id }) => id)
}

async function orphansOf(connection: Connection, ids: readonly string[]): Promise<number> {
  if (ids.length === 0) return 0
  const { rows } = await connection.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM unnest($1::uuid[]) AS s(id) WHERE ${lonely(['space_sources'])}`,
    [ids],
  )
  return rows[0]?.count ?? 0
}
