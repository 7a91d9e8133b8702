import { setImmediate as turn } from 'node:timers/promises'
import type { Transaction } from '@/lib/db'
import type { Reader } from '@/lib/imports/readers/schema'
import { idOf, rowReader } from '@/lib/imports/reading/queries'
import { recordPieces } from '@/lib/imports/records/queries'
import type { Inspection, RawRecord } from '@/lib/imports/records/schema'
import { saveProgress } from '@/lib/imports/runs/commands'
import { Seen } from '@/lib/imports/seen/rules'
import { type ImportedSpace, type Written, writeSpaces } from '@/lib/imports/spaces/commands'
import type { SpaceKind } from '@/lib/spaces/schema'
import { add, NOTHING, originOf, type Tally } from './rules'

/** Rows written in one transaction. */
const BATCH = 2_000
/** Rows after which a recorded run notes how far it is, though none of them is a place. */
const LOOK = 20_000
/** Rows read before whoever writes the last batch gets a turn. */
const TURN = 64

/** A row that could not be read, or not as it stands, and why. `line` is where it begins, from 1. */
export type Remark = { path: string; row: number; line: number; flaw: string }

/** A file that `inspect` found sound. */
export type Part = Pick<Inspection, 'path' | 'form'>

export type ImportOptions = {
  /** What knows the columns of this table; null for OpenStreetMap's tags. */
  reader: Reader | null
  /** Kind of the rows that have no OSM tag of their own; null leaves them out. */
  hint: SpaceKind | null
  now: Date
  /** The recorded run that this is, and what it did before it was interrupted. */
  run?: { id: string; done: Tally }
  /** The rows of this run: one that comes twice counts once. Shared by the files of a run. */
  seen?: Seen
  onBroken?: (broken: Remark) => void
  /** Rows that are taken, though not where their source puts them. */
  onMoved?: (moved: Remark) => void
  /** Ends it after the batch at hand. */
  signal?: AbortSignal
  /** Called now and then with the rows read so far. */
  onProgress?: (rows: number) => void
  /** Rows written in one transaction; for tests. */
  size?: number
}

/** Rows that are written together, and what was counted until then since the batch before. */
type Batch = { spaces: ImportedSpace[]; remarks: Remark[]; counted: Tally }

const emptyBatch = (): Batch => ({ spaces: [], remarks: [], counted: { ...NOTHING, skipped: {} } })

/**
 * Imports the places to work of one file, or of several that are one run, which `inspect` found sound. A broken row is
 * told to `onBroken` and passed over; batches written before a failure of the database stay, and a new run goes on from
 * there. A recorded run that was interrupted goes on behind the rows that it has done; one that somebody stopped ends with the
 * batch at hand. While one batch is written the next is read.
 */
export async function importSpaces(
  files: Part | readonly Part[],
  { reader, hint, now, run, seen = new Seen(), signal, onBroken, onMoved, onProgress, size }: ImportOptions,
): Promise<{ tally: Tally; hinted: number; stopped: boolean }> {
  const origin = originOf(reader)
  const read = await rowReader(reader, hint)
  const full = size ?? BATCH
  let tally = run?.done ?? NOTHING
  const done = tally.read
  let hinted = 0
  let stopped = false
  let fresh = true
  let batch = emptyBatch()
  let writing: Promise<void> = Promise.resolve()

  const write = async ({ spaces, remarks, counted }: Batch) => {
    if (stopped) return
    const before = add(tally, counted)
    const within = async (tx: Transaction, written: Written) => {
      const reached = { tally: add(before, { ...NOTHING, ...written }), remarks, now }
      if (run) stopped = !(await saveProgress(tx, run.id, reached))
    }
    const written = await writeSpaces(origin, spaces, {
      now,
      ...(run ? { runId: run.id, within } : {}),
    })
    fresh = 2 * written.unchanged <= spaces.length
    tally = add(before, { ...NOTHING, ...written })
  }
  const flush = async () => {
    const whole = batch
    batch = emptyBatch()
    await writing
    writing = write(whole)
    // What goes wrong is told by whoever waits for it next.
    writing.catch(() => {})
  }
  const take = (record: RawRecord, path: string, outcome: Awaited<ReturnType<typeof read>>) => {
    const { counted } = batch
    const remark = (flaw: string) => ({ path, row: record.row, line: record.line, flaw })
    const repeated = 'space' in outcome && !seen.add(origin.source, outcome.space.externalId)
    const skip = 'skip' in outcome ? outcome.skip : repeated ? 'repeated' : null
    counted.read += 1
    if (skip) counted.skipped[skip] = (counted.skipped[skip] ?? 0) + 1
    if ('flaw' in outcome) {
      batch.remarks.push(remark(outcome.flaw))
      onBroken?.(remark(outcome.flaw))
    }
    if (skip || !('space' in outcome)) return
    if (outcome.moved) {
      batch.remarks.push(remark(outcome.moved))
      onMoved?.(remark(outcome.moved))
    }
    if (outcome.hinted) hinted += 1
    // Read to the end while PostgreSQL is at the batch before, unless the file brings no news.
    if (fresh) complete(outcome.space)
    batch.spaces.push(outcome.space)
  }

  for await (const { path, rows } of recordPieces([files].flat())) {
    for (const record of rows) {
      if (signal?.aborted || stopped) break
      if (record.row % TURN === 0) await turn()
      if (record.row % full === 0) onProgress?.(record.row)
      if (record.row <= done) {
        const id = idOf(reader, record)
        if (id !== null) seen.add(origin.source, id)
        continue
      }
      const outcome = read(record)
      take(record, path, outcome instanceof Promise ? await outcome : outcome)
      if (batch.spaces.length === full || (run && batch.counted.read >= LOOK)) await flush()
    }
    if (signal?.aborted || stopped) break
  }
  if (!stopped) await flush()
  await writing
  onProgress?.(tally.read)
  return { tally, hinted, stopped }
}

/** What is made when asked for is made. */
const complete = ({ facts, timeZone }: ImportedSpace) => facts.name !== '' && timeZone !== ''
