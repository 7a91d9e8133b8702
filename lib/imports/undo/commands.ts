import { z } from 'zod'
import { db, type Transaction } from '@/lib/db'
import { refreshSpaces } from '@/lib/imports/merging/commands'
import { lockImports } from '@/lib/imports/spaces/commands'
import { ok, type Result, refuse } from '@/lib/result'

/** Rows put back in one transaction. */
const BATCH = 500
/** Milliseconds. */
const TIMEOUT = 60_000

/** `removed` spaces are gone; `kept` ones have no source any more, but people use them; the rest is as it was before. */
export type Undone = { removed: number; restored: number; kept: number }

const changesSchema = z.array(
  z.object({ source: z.string(), externalId: z.string(), created: z.boolean(), later: z.uuid().nullable() }),
)

/**
 * Takes back all that a run did: rows of sources are as they were before it, and spaces are what their sources say
 * then. What a later run did to the same row stays, and that run remembers this one's past. In batches: broken off, it is
 * done again and goes on. Refused while the run is at work.
 */
export async function undoRun(
  runId: string,
  { now, onProgress }: { now: Date; onProgress?: (rows: number) => void },
): Promise<Result<Undone, 'unknown' | 'running'>> {
  const run = await db.importRun.findUnique({ where: { id: runId }, select: { status: true } })
  if (!run) return refuse('unknown')
  if (run.status === 'waiting' || run.status === 'running') return refuse('running')
  const total: Undone = { removed: 0, restored: 0, kept: 0 }
  for (let rows = 0; ; ) {
    const batch = await db.$transaction((tx) => undoBatch(tx, runId, now), {
      timeout: TIMEOUT,
      maxWait: TIMEOUT,
    })
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

async function undoBatch(tx: Transaction, runId: string, now: Date): Promise<Undone & { rows: number }> {
  await lockImports(tx)
  const changes = changesSchema.parse(
    await tx.$queryRaw`
      SELECT mine.source, mine.external_id AS "externalId", mine.before IS NULL AS created,
        (SELECT other.run_id FROM import_changes other JOIN import_runs r ON r.id = other.run_id
          WHERE (other.source, other.external_id) = (mine.source, mine.external_id) AND other.run_id > mine.run_id
          ORDER BY other.run_id LIMIT 1) AS later
      FROM import_changes mine WHERE mine.run_id = ${runId}::uuid ORDER BY source, external_id LIMIT ${BATCH}`,
  )
  const keys = JSON.stringify(changes)
  await tx.$executeRaw`
    UPDATE import_changes other SET before = mine.before
    FROM json_to_recordset(${keys}::json) AS k(source text, "externalId" text, later uuid)
    JOIN import_changes mine
      ON mine.run_id = ${runId}::uuid AND (mine.source, mine.external_id) = (k.source, k."externalId")
    WHERE other.run_id = k.later AND (other.source, other.external_id) = (k.source, k."externalId")`
  const own = JSON.stringify(changes.filter(({ later }) => later === null))
  const touched = await tx.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT space_id AS id FROM space_sources s
    JOIN json_to_recordset(${own}::json) AS k(source text, "externalId" text)
      ON (s.source, s.external_id) = (k.source, k."externalId")`
  await tx.$executeRaw`
    DELETE FROM space_sources s USING json_to_recordset(${own}::json) AS k(source text, "externalId" text, created boolean)
    WHERE k.created AND (s.source, s.external_id) = (k.source, k."externalId")`
  await tx.$executeRaw`
    UPDATE space_sources s SET licence = b.licence, fields = b.fields, facts = b.facts, hash = b.hash,
      imported_at = b.imported_at
    FROM json_to_recordset(${own}::json) AS k(source text, "externalId" text, created boolean)
    JOIN import_changes c
      ON c.run_id = ${runId}::uuid AND (c.source, c.external_id) = (k.source, k."externalId"),
      jsonb_populate_record(NULL::space_sources, c.before) AS b
    WHERE NOT k.created AND (s.source, s.external_id) = (k.source, k."externalId")`
  await tx.$executeRaw`
    DELETE FROM import_changes c USING json_to_recordset(${keys}::json) AS k(source text, "externalId" text)
    WHERE c.run_id = ${runId}::uuid AND (c.source, c.external_id) = (k.source, k."externalId")`
  const ids = touched.map(({ id }) => id)
  const [removed, kept] = await dropOrphans(tx, ids)
  await refreshSpaces(tx, ids, now)
  return { rows: changes.length, removed, kept, restored: ids.length - removed - kept }
}

/** Spaces that no source speaks of any more go, unless somebody uses them or said something of them. */
async function dropOrphans(tx: Transaction, ids: string[]): Promise<[removed: number, kept: number]> {
  const orphans = await tx.space.findMany({
    where: { id: { in: ids }, sources: { none: {} } },
    select: { id: true, provenance: true },
  })
  const silent = orphans
    .filter(({ provenance }) => !SAID.test(JSON.stringify(provenance)))
    .map(({ id }) => id)
  const { count } = await tx.space.deleteMany({
    where: {
      id: { in: silent },
      ...{ events: { none: {} }, wishDrafts: { none: {} }, coffees: { none: {} }, presences: { none: {} } },
      ...{ photos: { none: {} }, confirmations: { none: {} }, observations: { none: {} } },
      ...{ corrections: { none: {} }, claims: { none: {} }, owners: { none: {} }, visits: { none: {} } },
    },
  })
  return [count, orphans.length - count]
}

const SAID = /"(people|owner)"/
