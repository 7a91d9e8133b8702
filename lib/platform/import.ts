import path from 'node:path'
import { performance } from 'node:perf_hooks'
import { parseArgs } from 'node:util'
import { now } from '@/lib/clock'
import { OperatorError } from '@/lib/errors'
import { inspect } from '@/lib/imports/records/queries'
import type { Inspection } from '@/lib/imports/records/schema'
import { add, NOTHING, problemSentence, table } from '@/lib/imports/rules'
import { kindFromName } from '@/lib/imports/spaces/rules'
import { migrateDatabase } from '@/lib/platform/database'
import { exitWith } from '@/lib/platform/failures'
import { progressOn } from '@/lib/platform/import-progress'
import { reachDatabase } from '@/lib/platform/reach'
import { loadSettings } from '@/lib/platform/settings'
import { stopSignal } from '@/lib/platform/signals'
import { stepsOn } from '@/lib/platform/steps'
import { SPACE_KINDS, type SpaceKind, spaceKindSchema } from '@/lib/spaces/schema'

const HELP = `Import places to work from OpenStreetMap.

  npm run import -- spaces FILE… [--kind KIND]

FILE   GeoJSON (overpass-turbo, osmium, QuickOSM) or an Overpass answer in JSON ("out center tags").
       Taken: amenity=coworking_space, office=coworking, and cafés and libraries with internet_access.
--kind What rows without any OSM tag are: ${SPACE_KINDS.join(', ')}.
       Without it the file's name tells, as in london-coworking.geojson.

Run it again whenever the files are newer: what changed is updated, what vanished stays.
It may run beside \`npm start\`. Data © OpenStreetMap contributors, ODbL.

Exit code: 0 done; 1 some rows were broken, or the database failed; 2 wrong use, or a file that cannot be read.
`

const STOPPED = 'Stopped half-way: what is written stays, and running it again goes on from there.'

/** Lines about broken rows before it is enough. */
const SHOWN = 40

type Choice = { files: string[]; kind: SpaceKind | null }

/** `npm run import -- spaces FILE…`: see HELP. Ends the process with its exit code. */
export async function importCommand(args: string[]): Promise<void> {
  try {
    const choice = parseChoice(args)
    if (choice === 'help') process.stdout.write(HELP)
    // Said outright: listening for our parent's end would keep this process alive for ever.
    else process.exit(await importFiles(choice))
  } catch (error) {
    exitWith(error)
  }
}

export function parseChoice(args: string[]): Choice | 'help' {
  const wrong = (sentence: string) => new OperatorError(`${sentence}\n\n${HELP}`, { exitCode: 2 })
  let parsed: ReturnType<typeof parse>
  try {
    parsed = parse(args)
  } catch (error) {
    throw wrong(error instanceof Error ? error.message : String(error))
  }
  const { values, positionals } = parsed
  if (values.help) return 'help'
  const [what, ...files] = positionals
  if (what !== 'spaces')
    throw wrong(what ? `"${what}" cannot be imported, only spaces.` : 'Say what to import.')
  if (files.length === 0) throw wrong('Name at least one file.')
  const kind = spaceKindSchema.optional().safeParse(values.kind)
  if (!kind.success) throw wrong(`--kind ${values.kind} is not known.`)
  // npm runs scripts in the root, whatever folder it was called from; files are meant from there.
  const from = process.env.INIT_CWD ?? process.cwd()
  const here = files.map((file) =>
    path.isAbsolute(file) ? file : path.relative('', path.resolve(from, file)),
  )
  return { files: here, kind: kind.data ?? null }
}

const parse = (args: string[]) =>
  parseArgs({
    args,
    allowPositionals: true,
    options: { help: { type: 'boolean', short: 'h' }, kind: { type: 'string' } },
  })

async function importFiles({ files, kind }: Choice): Promise<number> {
  const begun = performance.now()
  const signal = stopSignal()
  const sound = await inspectAll(files)
  const env = await loadSettings()
  const database = await reachDatabase(env, 'an import', stepsOn(process.stdout))
  try {
    Object.assign(process.env, { DATABASE_URL: database.databaseUrl, AUTH_SECRET: env.authSecret })
    await migrateDatabase(database.databaseUrl)
    const tally = await importAll(sound, kind, signal)
    process.stdout.write(`\n${table(tally, (performance.now() - begun) / 1000)}\n`)
    return tally.skipped.broken ? 1 : 0
  } finally {
    const { db } = await import('@/lib/db')
    await db.$disconnect()
    await database.stop()
  }
}

/** Nothing is written before every file is known to be what it says. */
async function inspectAll(files: string[]): Promise<Inspection[]> {
  const sound: Inspection[] = []
  const problems: string[] = []
  for (const file of files) {
    const inspected = await inspect(file)
    if (inspected.ok) sound.push(inspected.value)
    else problems.push(problemSentence(file, inspected.problem))
  }
  if (problems.length > 0)
    throw new OperatorError([...problems, 'Nothing was imported.'].join('\n'), { exitCode: 2 })
  return sound
}

async function importAll(sound: Inspection[], kind: SpaceKind | null, signal: AbortSignal) {
  const { importSpaces } = await import('@/lib/imports/commands')
  const seen = new Set<string>()
  let tally = NOTHING
  let told = 0
  for (const { path: file, rows, remark } of sound) {
    if (remark) process.stderr.write(`${file}: Overpass says "${remark}": this may not be all of it.\n`)
    const hint = kind ?? kindFromName(path.basename(file))
    const progress = progressOn(process.stdout, path.basename(file), rows)
    const result = await importSpaces(file, {
      hint,
      now: now(),
      seen,
      signal,
      onProgress: progress.update,
      onBroken: ({ row, line, flaw }) => {
        told += 1
        if (told <= SHOWN) progress.say(`${file}:${line}: row ${row} is left out: ${flaw}.`)
        if (told === SHOWN + 1) progress.say('More broken rows follow; the table counts them.')
      },
    })
    progress.stop()
    if (signal.aborted) throw new OperatorError(STOPPED, { exitCode: 130 })
    if (result.hinted > 0 && hint)
      process.stdout.write(
        `${file}: ${result.hinted} rows have no OSM tag, and were taken as ${hint} ` +
          `(${kind ? 'as --kind says' : 'going by the file name; --kind says otherwise'}).\n`,
      )
    tally = add(tally, result.tally)
  }
  return tally
}
