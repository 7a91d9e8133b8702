import { v7 } from 'uuid'
import { db, type Transaction } from '@/lib/db'
import type { Point } from '@/lib/imports/geometry/rules'
import type { Tags } from '@/lib/imports/osm/schema'
import { saidThere, toldBy, withoutFields } from './rules'
import type { SpaceFacts } from './schema'

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

/** `approximate` counts those of the created and updated that stand where their commune does. */
export type Written = { created: number; updated: number; unchanged: number; approximate: number }

/**
 * Writes a batch of imported spaces, all or nothing, each with its provenance. Known ones whose hash is the same are
 * not touched; what is no longer in the source stays, and so does what the owner or people there said. External ids differ
 * within a batch.
 */
export async function writeSpaces(origin: Origin, batch: ImportedSpace[], now: Date): Promise<Written> {
  if (batch.length === 0) return { created: 0, updated: 0, unchanged: 0, approximate: 0 }
  return db.$transaction(
    async (tx) => {
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(${LOCK})`
      const known = new Map(
        (
          await tx.spaceSource.findMany({
            where: { source: origin.source, externalId: { in: batch.map(({ externalId }) => externalId) } },
            select: { externalId: true, spaceId: true, hash: true },
          })
        ).map((row) => [row.externalId, row]),
      )
      const fresh = batch.filter(({ externalId }) => !known.has(externalId))
      const changed = batch.flatMap((space) => {
        const row = known.get(space.externalId)
        return row && row.hash !== space.hash ? [{ space, spaceId: row.spaceId }] : []
      })
      await create(tx, origin, fresh, now)
      for (const { space, spaceId } of changed) await update(tx, origin, spaceId, space, now)
      const unchanged = batch.length - fresh.length - changed.length
      const written = [...fresh, ...changed.map(({ space }) => space)]
      const approximate = written.filter((space) => space.approximate).length
      return { created: fresh.length, updated: changed.length, unchanged, approximate }
    },
    { timeout: TIMEOUT, maxWait: TIMEOUT },
  )
}

async function create(tx: Transaction, origin: Origin, spaces: ImportedSpace[], now: Date): Promise<void> {
  const rows = spaces.map((space) => ({ space, id: v7({ msecs: now.getTime() }) }))
  await tx.space.createMany({
    data: rows.map(({ space, id }) => {
      const columns = columnsOf(space)
      return { id, ...columns, provenance: toldBy(origin.source, columns) }
    }),
  })
  await tx.spaceSource.createMany({
    data: rows.map(({ space, id }) => ({ ...origin, ...rowOf(space, now), spaceId: id })),
  })
}

async function update(
  tx: Transaction,
  origin: Origin,
  spaceId: string,
  space: ImportedSpace,
  now: Date,
): Promise<void> {
  const { provenance } = await tx.space.findUniqueOrThrow({
    where: { id: spaceId },
    select: { provenance: true },
  })
  const said = saidThere(provenance)
  const columns = withoutFields(columnsOf(space), Object.keys(said))
  await tx.space.update({
    where: { id: spaceId },
    data: { ...columns, provenance: { ...toldBy(origin.source, columns), ...said } },
  })
  await tx.spaceSource.update({
    where: { source_externalId: { source: origin.source, externalId: space.externalId } },
    data: rowOf(space, now),
  })
}

const columnsOf = ({ facts, point, timeZone, approximate }: ImportedSpace) => ({
  ...facts,
  ...point,
  timeZone,
  approximate,
})

const rowOf = ({ externalId, tags, hash }: ImportedSpace, now: Date) => ({
  externalId,
  fields: tags,
  hash,
  importedAt: now,
})
