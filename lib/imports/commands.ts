import type { Transaction } from '@/lib/db'
import { timeZoneAt } from '@/lib/geo/zone'
import { flawOf } from '@/lib/imports/geometry/rules'
import { identityOf, type OsmObject, readRow } from '@/lib/imports/osm/rules'
import { communesOf } from '@/lib/imports/placing/queries'
import { placeOf } from '@/lib/imports/placing/rules'
import { draftOf, rowOf } from '@/lib/imports/readers/rules'
import type { Draft, Reader } from '@/lib/imports/readers/schema'
import { records } from '@/lib/imports/records/queries'
import type { Inspection, RawRecord } from '@/lib/imports/records/schema'
import { saveProgress } from '@/lib/imports/runs/commands'
import { type ImportedSpace, type Written, writeSpaces } from '@/lib/imports/spaces/commands'
import { factsOf, hashOf, kindOf, nameOf } from '@/lib/imports/spaces/rules'
import type { Reason } from '@/lib/imports/spaces/schema'
import type { SpaceKind } from '@/lib/spaces/schema'
import { nearestTown } from '@/lib/towns/queries'
import { fold } from '@/lib/towns/rules'
import { add, NOTHING, originOf, type Tally } from './rules'

/** Rows written in one transaction. */
const BATCH = 500
/** Rows after which a recorded run notes how far it is, though none of them is a place. */
const LOOK = 20_000

/** A row that could not be read, or not as it stands, and why. `line` is where it begins, from 1. */
export type Remark = { path: string; row: number; line: number; flaw: string }

export type ImportOptions = {
  /** What knows the columns of this table; null for OpenStreetMap's tags. */
  reader: Reader | null
  /** Kind of the rows that have no OSM tag of their own; null leaves them out. */
  hint: SpaceKind | null
  now: Date
  /** The recorded run that this is, and what it did before it was interrupted. */
  run?: { id: string; done: Tally }
  /** Source and external id of this run: a row that comes twice counts once. Shared by the files of a run. */
  seen?: Set<string>
  onBroken?: (broken: Remark) => void
  /** Rows that are taken, though not where their source puts them. */
  onMoved?: (moved: Remark) => void
  /** Ends it after the batch at hand. */
  signal?: AbortSignal
  /** Called now and then with the rows read so far. */
  onProgress?: (rows: number) => void
}

/**
 * Imports the places to work of one file, which `inspect` found sound. A broken row is told to `onBroken` and passed
 * over; batches written before a failure of the database stay, and a new run goes on from there. A recorded run that was
 * interrupted goes on behind the rows that it has done; one that somebody stopped ends with the batch at hand.
 */
export async function importSpaces(
  file: Pick<Inspection, 'path' | 'form'>,
  { reader, hint, now, run, seen = new Set(), signal, onBroken, onMoved, onProgress }: ImportOptions,
): Promise<{ tally: Tally; hinted: number; stopped: boolean }> {
  const origin = originOf(reader)
  let tally = run?.done ?? NOTHING
  const done = tally.read
  let hinted = 0
  let stopped = false
  let batch: ImportedSpace[] = []
  let remarks: Remark[] = []
  const flush = async () => {
    const within = run
      ? async (tx: Transaction, written: Written) => {
          stopped = !(await saveProgress(tx, run.id, {
            tally: add(tally, { ...NOTHING, ...written }),
            remarks,
            now,
          }))
        }
      : undefined
    const written = await writeSpaces(origin, batch, {
      now,
      ...(run ? { runId: run.id } : {}),
      ...(within ? { within } : {}),
    })
    tally = add(tally, { ...NOTHING, ...written })
    ;[batch, remarks] = [[], []]
  }
  for await (const record of records(file)) {
    if (signal?.aborted || stopped) break
    if (record.row % BATCH === 0) onProgress?.(record.row)
    if (record.row <= done) {
      const id = idOf(reader, record)
      if (id !== null) seen.add(`${origin.source} ${id}`)
      continue
    }
    const outcome = reader ? await readTable(reader, record) : await readOsm(record, hint)
    const repeated = 'space' in outcome && seen.has(`${origin.source} ${outcome.space.externalId}`)
    const skip = 'skip' in outcome ? outcome.skip : repeated ? 'repeated' : null
    tally = add(tally, { ...NOTHING, read: 1, skipped: skip ? { [skip]: 1 } : {} })
    const remark = (flaw: string) => ({ path: file.path, row: record.row, line: record.line, flaw })
    if ('flaw' in outcome) {
      remarks.push(remark(outcome.flaw))
      onBroken?.(remark(outcome.flaw))
    }
    if (!skip && 'space' in outcome) {
      if (outcome.moved) {
        remarks.push(remark(outcome.moved))
        onMoved?.(remark(outcome.moved))
      }
      if (outcome.hinted) hinted += 1
      seen.add(`${origin.source} ${outcome.space.externalId}`)
      batch.push(outcome.space)
    }
    if (batch.length === BATCH || (run && tally.read % LOOK === 0)) await flush()
  }
  if (!stopped) await flush()
  onProgress?.(tally.read)
  return { tally, hinted, stopped }
}

/** The identity of a row that is not read any further. */
function idOf(reader: Reader | null, { text, tooLarge }: RawRecord): string | null {
  if (tooLarge) return null
  if (!reader) {
    const reading = readRow(text)
    return reading.ok ? identityOf(reading.object) : null
  }
  try {
    const row = rowOf(JSON.parse(text))
    const draft = row ? draftOf(reader, row) : null
    return draft === null || typeof draft === 'string' ? null : draft.externalId
  } catch {
    return null
  }
}

type Outcome =
  | { skip: Reason }
  | { skip: 'broken'; flaw: string }
  | { space: ImportedSpace; hinted?: boolean; moved?: string }

const TOO_LARGE = { skip: 'broken', flaw: 'it is larger than any place on earth' } as const

async function readTable(reader: Reader, { text, tooLarge }: RawRecord): Promise<Outcome> {
  if (tooLarge) return TOO_LARGE
  let row: ReturnType<typeof rowOf>
  try {
    row = rowOf(JSON.parse(text))
  } catch {
    return { skip: 'broken', flaw: 'it is not valid JSON' }
  }
  if (!row) return { skip: 'broken', flaw: 'it is no object with columns' }
  const draft = draftOf(reader, row)
  return typeof draft === 'string' ? { skip: draft } : placed(draft)
}

async function placed({ externalId, point, doubtful, facts, fields }: Draft): Promise<Outcome> {
  const communes = await communesOf(facts)
  const place = placeOf(point, doubtful, communes)
  if (!place) {
    const flaw = point && !doubtful ? flawOf(point) : null
    return flaw ? { skip: 'broken', flaw } : { skip: 'unplaced' }
  }
  const approximate = place.how === 'commune'
  const near =
    communes.towns.find(({ name }) => fold(name) === fold(facts.city)) ?? (await nearestTown(place.point))
  // Tables write their towns in capitals or without accents: where it is the same name, the gazetteer's reads better.
  const city = !facts.city || (near && fold(near.name) === fold(facts.city)) ? near?.name : facts.city
  const complete = { ...facts, city: city ?? facts.city, country: facts.country || (near?.country ?? '') }
  const hash = hashOf(place.point.lat, place.point.lng, facts.kind, {
    ...fields,
    approximate: String(approximate),
  })
  return {
    space: {
      ...{ externalId, hash, point: place.point, approximate, timeZone: timeZoneAt(place.point) },
      ...{ facts: complete, tags: fields },
    },
    ...(approximate
      ? { moved: `${place.why}; it stands where ${communes.towns[0]?.name ?? 'its commune'} does` }
      : {}),
  }
}

async function readOsm({ text, tooLarge }: RawRecord, hint: SpaceKind | null): Promise<Outcome> {
  if (tooLarge) return TOO_LARGE
  const reading = readRow(text)
  if (!reading.ok) return { skip: 'broken', flaw: reading.flaw }
  const { object } = reading
  const found = kindOf(object.tags, hint)
  if (typeof found === 'string') return { skip: found }
  const name = nameOf(object.tags)
  if (name === null) return { skip: 'nameless' }
  return { space: await spaceOf(object, found.kind, name), hinted: found.hinted }
}

async function spaceOf(object: OsmObject, kind: SpaceKind, name: string): Promise<ImportedSpace> {
  const { point, tags } = object
  const facts = factsOf(kind, name, tags)
  // Most rows name neither town nor country: the gazetteer knows.
  const town = facts.city && facts.country ? null : await nearestTown(point)
  return {
    externalId: identityOf(object),
    hash: hashOf(point.lat, point.lng, kind, tags),
    ...{ point, tags, approximate: false, timeZone: timeZoneAt(point) },
    facts: {
      ...facts,
      city: facts.city || (town?.name ?? ''),
      country: facts.country || (town?.country ?? ''),
    },
  }
}
