import { createHash } from 'node:crypto'
import { readdir, stat } from 'node:fs/promises'
import path from 'node:path'
import { performance } from 'node:perf_hooks'
import { now } from '@/lib/clock'
import { OperatorError } from '@/lib/errors'
import { answersFolder, forgetAnswers } from '@/lib/imports/overpass/commands'
import type { Reader } from '@/lib/imports/readers/schema'
import { inspect } from '@/lib/imports/records/queries'
import type { Inspection } from '@/lib/imports/records/schema'
import { add, NOTHING, originOf, problemSentence, sourcesTable, type Tally, table } from '@/lib/imports/rules'
import type { RunOptions } from '@/lib/imports/runs/schema'
import { chooseReader, missingColumns } from '@/lib/imports/sources/queries'
import { kindFromName } from '@/lib/imports/spaces/rules'
import { migrateDatabase } from '@/lib/platform/database'
import { exitWith } from '@/lib/platform/failures'
import { type Choice, HELP, parseChoice } from '@/lib/platform/import-choice'
import { importOsm } from '@/lib/platform/import-osm'
import { progressOn } from '@/lib/platform/import-progress'
import { importRuns } from '@/lib/platform/import-runs'
import { keepHeapSmall } from '@/lib/platform/memory'
import { reachDatabase } from '@/lib/platform/reach'
import { loadSettings } from '@/lib/platform/settings'
import { stopSignal } from '@/lib/platform/signals'
import { stepsOn } from '@/lib/platform/steps'
import type { SpaceKind } from '@/lib/spaces/schema'

const STOPPED = 'Stopped half-way: what is written stays, and running it again goes on from there.'

/** Lines about rows of a file before it is enough. */
const SHOWN = 40
const DATA = /\.(json|geojson|csv|tsv)$/i

/** A sound file, and what reads it; null for OpenStreetMap. */
type Source = Inspection & { reader: Reader | null }

/** What is one run: a file, or all the answers about an area. `told` names it to who waits. */
type Job = {
  origin: string
  told: string
  parts: Source[]
  reader: Reader | null
  rows: number
  sha256: string
  /** What its untagged rows are, going by its name. */
  hint: SpaceKind | null
}

/** `npm run import -- spaces FILE…` or `-- osm …`: see HELP. Ends the process with its exit code. */
export async function importCommand(args: string[]): Promise<void> {
  keepHeapSmall()
  try {
    if (args[0] === 'runs' || args[0] === 'undo') process.exit(await importRuns(args))
    if (args[0] === 'osm') process.exit(await importOsm(args.slice(1), importFiles))
    const choice = parseChoice(args)
    if (choice === 'help') process.stdout.write(HELP)
    // Said outright: listening for our parent's end would keep this process alive for ever.
    else process.exit(await importFiles(choice))
  } catch (error) {
    exitWith(error)
  }
}

/** Files that are a run each, or all together the one called `origin`. */
async function importFiles(choice: Choice, origin?: string): Promise<number> {
  const begun = performance.now()
  const signal = stopSignal()
  const sources = await inspectAll(choice)
  const jobs = origin === undefined ? sources.map(jobOf) : [together(origin, sources)]
  const env = await loadSettings()
  await forgetAnswers(now(), answersFolder(env.dataDir))
  const database = await reachDatabase(env, 'an import', stepsOn(process.stdout))
  try {
    Object.assign(process.env, { DATABASE_URL: database.databaseUrl, AUTH_SECRET: env.authSecret })
    await migrateDatabase(database.databaseUrl)
    const bySource = await importAll(jobs, choice, signal)
    const tally = [...bySource.values()].reduce(add, NOTHING)
    if (bySource.size > 1) process.stdout.write(`\n${sourcesTable(bySource)}\n`)
    process.stdout.write(`\n${table(tally, (performance.now() - begun) / 1000)}\n`)
    return tally.skipped.broken ? 1 : 0
  } finally {
    const { db } = await import('@/lib/db')
    await db.$disconnect()
    await database.stop()
  }
}

/** Nothing is written before every file is known to be what it says. */
async function inspectAll(choice: Choice): Promise<Source[]> {
  const sound: Source[] = []
  const problems: string[] = []
  for (const file of await filesIn(choice.files)) {
    const inspected = await inspect(file)
    if (!inspected.ok) {
      problems.push(problemSentence(file, inspected.problem))
      continue
    }
    const reader = await readerOf(inspected.value, choice)
    if (typeof reader === 'string') problems.push(`${file}: ${reader}`)
    else sound.push({ ...inspected.value, reader })
  }
  if (problems.length > 0)
    throw new OperatorError([...problems, 'Nothing was imported.'].join('\n'), { exitCode: 2 })
  return sound
}

/** Files as named, and those of data in the folders named, by name. */
async function filesIn(named: string[]): Promise<string[]> {
  const files: string[] = []
  for (const one of named) {
    const isFolder = await stat(one).then(
      (found) => found.isDirectory(),
      () => false,
    )
    const inside = isFolder ? (await readdir(one)).filter((name) => DATA.test(name)).sort() : null
    if (inside?.length === 0)
      throw new OperatorError(`${one}: that folder holds no .json, .geojson, .csv or .tsv file.`, {
        exitCode: 2,
      })
    files.push(...(inside?.map((name) => path.join(one, name)) ?? [one]))
  }
  return files
}

/** What reads a file, or a sentence when nothing does. */
async function readerOf(
  file: Inspection,
  { map, kind, source, licence }: Choice,
): Promise<Reader | null | string> {
  const chosen = await chooseReader(file, { name: path.basename(file.path), map, kind, source, licence })
  if (chosen.ok) return chosen.value
  const listed = `Its columns: ${chosen.columns.slice(0, 40).join(', ')}.`
  return chosen.reason === 'unknown'
    ? `no reader knows its columns. Say what they are with --map (see --help). ${listed}`
    : `it has no column "${missingColumns(map ?? {}, chosen.columns).join('", "')}". ${listed}`
}

const jobOf = (source: Source): Job => ({
  ...{ origin: path.basename(source.path), told: source.path, parts: [source], reader: source.reader },
  ...{ rows: source.rows, sha256: source.sha256, hint: kindFromName(path.basename(source.path)) },
})

/** One run over many files, whose hash is of all of them. */
function together(origin: string, parts: Source[]): Job {
  const hash = createHash('sha256')
  for (const { sha256 } of parts) hash.update(sha256)
  const rows = parts.reduce((sum, part) => sum + part.rows, 0)
  return { ...{ origin, told: origin, parts, reader: null, rows, hint: null }, sha256: hash.digest('hex') }
}

async function importAll(jobs: Job[], { kind, map }: Choice, signal: AbortSignal) {
  const { importSpaces } = await import('@/lib/imports/commands')
  const { endRun } = await import('@/lib/imports/runs/commands')
  const { Seen } = await import('@/lib/imports/seen/rules')
  const seen = new Seen()
  const bySource = new Map<string, Tally>()
  for (const job of jobs) {
    const { origin, told: name, parts, reader, rows } = job
    for (const { path: at, remark } of parts)
      if (remark) process.stderr.write(`${at}: Overpass says "${remark}": this may not be all of it.\n`)
    const hint = kind ?? job.hint
    const progress = progressOn(process.stdout, origin, rows)
    let told = 0
    const tell = (at: string, line: number, sentence: string) => {
      told += 1
      if (told <= SHOWN) progress.say(`${at}:${line}: ${sentence}`)
      if (told === SHOWN + 1) progress.say('More such rows follow; the table counts them.')
    }
    const run = await begun(job, { kind, map })
    const result = await importSpaces(parts, {
      ...{ reader, hint, now: now(), seen, signal, run, onProgress: progress.update },
      onBroken: ({ path: at, row, line, flaw }) => tell(at, line, `row ${row} is left out: ${flaw}.`),
      onMoved: ({ path: at, row, line, flaw }) =>
        tell(at, line, `row ${row} is placed approximately: ${flaw}.`),
    }).catch(async (error: unknown) => {
      // The database may be what is broken: then nothing can be noted there either.
      await endRun(run.id, 'failed', { now: now(), problem: String(error) }).catch(() => {})
      throw error
    })
    progress.stop()
    await endRun(run.id, signal.aborted ? 'stopped' : 'done', { now: now() })
    if (signal.aborted || result.stopped) throw new OperatorError(STOPPED, { exitCode: 130 })
    if (result.hinted > 0 && hint && !map)
      process.stdout.write(
        `${name}: ${result.hinted} rows have no OSM tag, and were taken as ${hint} ` +
          `(${kind ? 'as --kind says' : 'going by the file name; --kind says otherwise'}).\n`,
      )
    const { source } = originOf(reader)
    bySource.set(source, add(bySource.get(source) ?? NOTHING, result.tally))
  }
  return bySource
}

/** The run of a job: the same one again where it broke off, else a new one. */
async function begun({ origin, sha256, reader, rows }: Job, options: RunOptions) {
  const { beginRun, resumeRun } = await import('@/lib/imports/runs/commands')
  const { unfinishedRun } = await import('@/lib/imports/runs/queries')
  const broken = await unfinishedRun({ origin, sha256, options }, now())
  if (broken && (await resumeRun(broken, now()))) {
    process.stdout.write(`${origin}: goes on behind the ${broken.tally.read} rows that are done.\n`)
    return { id: broken.id, done: broken.tally }
  }
  const id = await beginRun({ origin, sha256, options, total: rows, ...originOf(reader) }, now())
  return { id, done: NOTHING }
}
