import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { applyMigrations } from '@/lib/platform/migrations'
import { startEmbeddedServer } from '@/lib/platform/postgres/server'
import { type Line, report, tell } from './report'

/** What a bench measured, to be judged, or the rows of a table that has no bars. */
type Measured = Line[] | object
type Bench = (databaseUrl: string) => Promise<Measured>

/** By name, in the order of `npm run bench`. Each has a PostgreSQL of its own, unless it starts what it needs or is pure. */
const ALONE: Record<string, () => Promise<Bench>> = {
  weight: async () => (await import('./weight')).bench,
  page: async () => (await import('./page')).bench,
  lighthouse: async () => (await import('./lighthouse')).bench,
  rsvp: async () => (await import('./rsvp')).bench,
  coffees: async () => (await import('./coffees/report')).bench,
  simulation: async () => {
    const { ABOUT, bench } = await import('./simulation/report')
    for (const line of ABOUT) tell(line)
    return bench
  },
}
const ON_DATABASE: Record<string, () => Promise<Bench>> = {
  map: async () => (await import('./map')).bench,
  grow: async () => (await import('./grow')).bench,
  list: async () => (await import('./list')).bench,
  import: async () => (await import('./import')).bench,
  start: async () => (await import('./start')).bench,
  marker: async () => (await import('./marker')).bench,
}
const NAMES = [...Object.keys(ALONE), ...Object.keys(ON_DATABASE)]

const [name] = process.argv.slice(2)
process.exit(name === undefined ? await runAll() : await runOne(name))

/** `npm run bench`: each in a process of its own, so that none has another's memory. */
async function runAll(): Promise<number> {
  const missed: string[] = []
  for (const each of NAMES) {
    process.stderr.write(`\n${each}\n`)
    const child = spawn(process.execPath, ['--import', 'tsx', 'bench/run.ts', each], { stdio: 'inherit' })
    const [code] = await once(child, 'close')
    if (code !== 0) missed.push(each)
  }
  if (missed.length > 0) console.error(`A bar was missed, or a bench broke: ${missed.join(', ')}`)
  return missed.length > 0 ? 1 : 0
}

/** `npm run bench -- NAME`: exits with 1 when a bar is missed. */
async function runOne(name: string): Promise<number> {
  const alone = ALONE[name]
  const onDatabase = ON_DATABASE[name]
  if (alone) return show(name, await (await alone())(''))
  if (onDatabase) return withDatabase(async (url) => show(name, await (await onDatabase())(url)))
  console.error(`Which one? npm run bench -- ${NAMES.join(' | ')}`)
  return 2
}

async function show(name: string, measured: Measured): Promise<number> {
  if (isJudged(measured)) return (await report(name, measured)) ? 0 : 1
  console.table(measured)
  return 0
}

function isJudged(measured: Measured): measured is Line[] {
  return Array.isArray(measured) && measured.every((line: Partial<Line>) => Array.isArray(line.ours))
}

async function withDatabase(work: (databaseUrl: string) => Promise<number>): Promise<number> {
  const directory = await mkdtemp(path.join(tmpdir(), 'cafetiere-bench-'))
  // Under root, PostgreSQL runs as a user of its own, who must be able to pass through.
  await chmod(directory, 0o755)
  const server = await startEmbeddedServer({ directory: path.join(directory, 'postgres'), disposable: true })
  try {
    tell('bringing the tables up to date')
    await applyMigrations(server.databaseUrl)
    process.env.DATABASE_URL = server.databaseUrl
    process.env.AUTH_SECRET = 'only for benches, forty characters long..'
    process.env.LOG_LEVEL = 'silent'
    // Imported late: these modules read the environment.
    const code = await work(server.databaseUrl)
    const { db } = await import('@/lib/db')
    await db.$disconnect()
    return code
  } finally {
    await server.stop()
    await rm(directory, { recursive: true, force: true })
  }
}
