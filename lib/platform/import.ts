import { readdir, stat } from 'node:fs/promises'
import path from 'node:path'
import { performance } from 'node:perf_hooks'
import { now } from '@/lib/clock'
import { OperatorError } from '@/lib/errors'
import type { Reader } from '@/lib/imports/readers/schema'
import { inspect } from '@/lib/imports/records/queries'
import type { Inspection } from '@/lib/imports/records/schema'
import { add, NOTHING, originOf, problemSentence, sourcesTable, type Tally, table } from '@/lib/imports/rules'
import { sha256Of } from '@/lib/imports/runs/queries'
import { chooseReader, missingColumns } from '@/lib/imports/sources/queries'
import { kindFromName } from '@/lib/imports/spaces/rules'
import { migrateDatabase } from '@/lib/platform/database'
import { exitWith } from '@/lib/platform/failures'
import { type Choice, HELP, parseChoice } from '@/lib/platform/import-choice'
import { importOsm } from '@/lib/platform/import-osm'
import { progressOn } from '@/lib/platform/import-progress'
import { importRuns } from '@/lib/platform/import-runs'
import { reachDatabase } from '@/lib/platform/reach'
import { loadSettings } from '@/lib/platform/settings'
import { stopSignal } from '@/lib/platform/signals'
import { stepsOn } from '@/lib/platform/steps'

const STOPPED = 'Stopped half-way: what is written stays, and running it again goes on from there.'

/** Lines about rows of a file before it is enough. */
const SHOWN = 40
const DATA = /\.(json|geojson|csv|tsv)$/i

/** A sound file, and what reads it; null for OpenStreetMap. */
type Source = Inspection & { reader: Reader | null }

/** `npm run import -- spaces FILE…` or `-- osm …`: see HELP. Ends the process with its exit code. */
export async function importCommand(args: string[]): Promise<void> {
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

async function importFiles(choice: Choice): Promise<number> {
  const begun = performance.now()
  const signal = stopSignal()
  const sources = await inspectAll(choice)
  const env = await loadSettings()
  const database = await reachDatabase(env, 'an import', stepsOn(process.stdout))
  try {
    Object.assign(process.env, { DATABASE_URL: database.databaseUrl, AUTH_SECRET: env.authSecret })
    await migrateDatabase(database.databaseUrl)
    const bySource = await importAll(sources, choice, signal)
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

async function importAll(sources: Source[], { kind, map }: Choice, signal: AbortSignal) {
  const { importSpaces } = await import('@/lib/imports/commands')
  const { beginRun, endRun } = await import('@/lib/imports/runs/commands')
  const seen = new Set<string>()
  const bySource = new Map<string, Tally>()
  for (const file of sources) {
    const { path: name, rows, remark, reader } = file
    if (remark) process.stderr.write(`${name}: Overpass says "${remark}": this may not be all of it.\n`)
    const hint = kind ?? kindFromName(path.basename(name))
    const progress = progressOn(process.stdout, path.basename(name), rows)
    let told = 0
    const tell = (line: number, sentence: string) => {
      told += 1
      if (told <= SHOWN) progress.say(`${name}:${line}: ${sentence}`)
      if (told === SHOWN + 1) progress.say('More such rows follow; the table counts them.')
    }
    const { source, licence } = originOf(reader)
    const asked = { origin: path.basename(name), options: { kind, map }, total: rows }
    const id = await beginRun({ ...asked, source, licence, sha256: await sha256Of(name) }, now())
    const result = await importSpaces(file, {
      ...{ reader, hint, now: now(), seen, signal, run: { id, done: NOTHING }, onProgress: progress.update },
      onBroken: ({ row, line, flaw }) => tell(line, `row ${row} is left out: ${flaw}.`),
      onMoved: ({ row, line, flaw }) => tell(line, `row ${row} is placed approximately: ${flaw}.`),
    }).catch(async (error: unknown) => {
      // The database may be what is broken: then nothing can be noted there either.
      await endRun(id, 'failed', { now: now(), problem: String(error) }).catch(() => {})
      throw error
    })
    progress.stop()
    await endRun(id, signal.aborted ? 'stopped' : 'done', { now: now() })
    if (signal.aborted || result.stopped) throw new OperatorError(STOPPED, { exitCode: 130 })
    if (result.hinted > 0 && hint && !map)
      process.stdout.write(
        `${name}: ${result.hinted} rows have no OSM tag, and were taken as ${hint} ` +
          `(${kind ? 'as --kind says' : 'going by the file name; --kind says otherwise'}).\n`,
      )
    bySource.set(source, add(bySource.get(source) ?? NOTHING, result.tally))
  }
  return bySource
}
