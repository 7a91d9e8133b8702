import { timeZoneAt } from '@/lib/geo/zone'
import { identityOf, type OsmObject, readRow } from '@/lib/imports/osm/rules'
import { records } from '@/lib/imports/records/queries'
import type { RawRecord } from '@/lib/imports/records/schema'
import { type ImportedSpace, writeSpaces } from '@/lib/imports/spaces/commands'
import { factsOf, hashOf, kindOf, nameOf } from '@/lib/imports/spaces/rules'
import type { Reason } from '@/lib/imports/spaces/schema'
import type { SpaceKind } from '@/lib/spaces/schema'
import { nearestTown } from '@/lib/towns/queries'
import { add, NOTHING, type Tally } from './rules'

/** Rows written in one transaction. */
const BATCH = 500

/** A row that could not be read, and why. `line` is where it begins, from 1. */
export type Broken = { path: string; row: number; line: number; flaw: string }

export type ImportOptions = {
  /** Kind of the rows that have no OSM tag of their own; null leaves them out. */
  hint: SpaceKind | null
  now: Date
  /** External ids of this run: a row that comes twice counts once. Shared by the files of a run. */
  seen?: Set<string>
  onBroken?: (broken: Broken) => void
  /** Ends it after the batch at hand. */
  signal?: AbortSignal
  /** Called now and then with the rows read so far. */
  onProgress?: (rows: number) => void
}

/**
 * Imports the places to work of one GeoJSON or Overpass file, which `inspect` found sound. A broken row is told to
 * `onBroken` and passed over; batches written before a failure of the database stay, and a new run goes on from there.
 */
export async function importSpaces(
  path: string,
  { hint, now, seen = new Set(), signal, onBroken, onProgress }: ImportOptions,
): Promise<{ tally: Tally; hinted: number }> {
  let tally = NOTHING
  let hinted = 0
  let batch: ImportedSpace[] = []
  const flush = async () => {
    tally = add(tally, { ...NOTHING, ...(await writeSpaces(batch, now)) })
    batch = []
  }
  for await (const record of records(path)) {
    if (signal?.aborted) break
    if (record.row % BATCH === 0) onProgress?.(record.row)
    const outcome = await read(record, hint, seen)
    tally = add(tally, { ...NOTHING, read: 1, skipped: 'skip' in outcome ? { [outcome.skip]: 1 } : {} })
    if ('flaw' in outcome) onBroken?.({ path, row: record.row, line: record.line, flaw: outcome.flaw })
    if ('skip' in outcome) continue
    if (outcome.hinted) hinted += 1
    batch.push(outcome.space)
    if (batch.length === BATCH) await flush()
  }
  await flush()
  onProgress?.(tally.read)
  return { tally, hinted }
}

type Outcome = { skip: Reason } | { skip: 'broken'; flaw: string } | { space: ImportedSpace; hinted: boolean }

async function read(
  { text, tooLarge }: RawRecord,
  hint: SpaceKind | null,
  seen: Set<string>,
): Promise<Outcome> {
  if (tooLarge) return { skip: 'broken', flaw: 'it is larger than any place on earth' }
  const reading = readRow(text)
  if (!reading.ok) return { skip: 'broken', flaw: reading.flaw }
  const { object } = reading
  const found = kindOf(object.tags, hint)
  if (typeof found === 'string') return { skip: found }
  const name = nameOf(object.tags)
  if (name === null) return { skip: 'nameless' }
  const externalId = identityOf(object)
  if (seen.has(externalId)) return { skip: 'repeated' }
  seen.add(externalId)
  return { space: await spaceOf(externalId, object, found.kind, name), hinted: found.hinted }
}

async function spaceOf(externalId: string, { point, tags }: OsmObject, kind: SpaceKind, name: string) {
  const facts = factsOf(kind, name, tags)
  // Most rows name neither town nor country: the gazetteer knows.
  const town = facts.city && facts.country ? null : await nearestTown(point)
  return {
    externalId,
    hash: hashOf(point.lat, point.lng, kind, tags),
    point,
    timeZone: timeZoneAt(point),
    facts: {
      ...facts,
      city: facts.city || (town?.name ?? ''),
      country: facts.country || (town?.country ?? ''),
    },
    tags,
  }
}
