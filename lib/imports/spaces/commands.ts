import { v7 } from 'uuid'
import { db, type Transaction } from '@/lib/db'
import type { Point } from '@/lib/imports/geometry/rules'
import type { Tags } from '@/lib/imports/osm/schema'
import type { SpaceFacts } from './schema'

/** OpenStreetMap's own: https://www.openstreetmap.org/copyright */
const SOURCE = 'osm'
const LICENCE = 'ODbL-1.0'
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
  facts: SpaceFacts
  tags: Tags
}

export type Written = { created: number; updated: number; unchanged: number }

/**
 * Writes a batch of imported spaces, all or nothing, each with its provenance. Known ones whose hash is the same are
 * not touched; what is no longer in the source stays. External ids differ within a batch.
 */
export async function writeSpaces(batch: ImportedSpace[], now: Date): Promise<Written> {
  if (batch.length === 0) return { created: 0, updated: 0, unchanged: 0 }
  return db.$transaction(
    async (tx) => {
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(${LOCK})`
      const known = new Map(
        (
          await tx.spaceSource.findMany({
            where: { source: SOURCE, externalId: { in: batch.map(({ externalId }) => externalId) } },
            select: { externalId: true, spaceId: true, hash: true },
          })
        ).map((row) => [row.externalId, row]),
      )
      const fresh = batch.filter(({ externalId }) => !known.has(externalId))
      const changed = batch.flatMap((space) => {
        const row = known.get(space.externalId)
        return row && row.hash !== space.hash ? [{ space, spaceId: row.spaceId }] : []
      })
      await create(tx, fresh, now)
      for (const { space, spaceId } of changed) await update(tx, spaceId, space, now)
      const unchanged = batch.length - fresh.length - changed.length
      return { created: fresh.length, updated: changed.length, unchanged }
    },
    { timeout: TIMEOUT, maxWait: TIMEOUT },
  )
}

async function create(tx: Transaction, spaces: ImportedSpace[], now: Date): Promise<void> {
  const rows = spaces.map((space) => ({ space, id: v7({ msecs: now.getTime() }) }))
  await tx.space.createMany({ data: rows.map(({ space, id }) => ({ id, ...columnsOf(space) })) })
  await tx.spaceSource.createMany({
    data: rows.map(({ space, id }) => ({ ...provenance(space, now), spaceId: id })),
  })
}

async function update(tx: Transaction, spaceId: string, space: ImportedSpace, now: Date): Promise<void> {
  await tx.space.update({ where: { id: spaceId }, data: columnsOf(space) })
  await tx.spaceSource.update({
    where: { source_externalId: { source: SOURCE, externalId: space.externalId } },
    data: provenance(space, now),
  })
}

const columnsOf = ({ facts, point, timeZone }: ImportedSpace) => ({ ...facts, ...point, timeZone })

const provenance = ({ externalId, tags, hash }: ImportedSpace, now: Date) => ({
  source: SOURCE,
  externalId,
  licence: LICENCE,
  fields: tags,
  hash,
  importedAt: now,
})
