import { setTimeout as after } from 'node:timers/promises'
import compression from 'compression'
import type { Env } from '@/lib/env'
import { buildWhenStale, isStale } from '@/lib/platform/build'
import { migrateDatabase, openDatabase } from '@/lib/platform/database'
import { plantDemo, type Seed } from '@/lib/platform/demo'
import { importApart } from '@/lib/platform/import-apart'
import { lockDataDir } from '@/lib/platform/lock'
import type { Steps } from '@/lib/platform/steps'
import { answerAsset, readAssets } from '@/lib/platform/web/assets'
import { paintFirst } from '@/lib/platform/web/paint-first'
import { type Handler, openWebServer } from '@/lib/platform/web/server'
import { publishStyles } from '@/lib/platform/web/styles'

export type Running = {
  url: string
  databaseUrl: string
  /** Resolves if a part that it cannot do without ends by itself. */
  failed: Promise<Error>
  stop(): Promise<void>
}

export type RunOptions = {
  env: Env
  mode: 'production' | 'development'
  steps: Steps
  seed: Seed
  signal: AbortSignal
}

/**
 * Starts the whole instance in this process: database, tables, demo, build, mail, jobs and web, each only once what
 * it needs stands. Cut short by `signal` or by a failure, it stops what it had started before it throws.
 */
export async function runInstance({ env, mode, steps, seed, signal }: RunOptions): Promise<Running> {
  await using opened = new AsyncDisposableStack()
  // Opening hours and days are computed with their own zone; nothing may lean on the machine's.
  publish({ TZ: 'UTC', NODE_ENV: mode })
  // Read while the database is reached or started, which is mostly to wait.
  const stale = mode === 'production' ? isStale() : Promise.resolve(false)
  const reading = import('next')
  for (const early of [stale, reading]) early.catch(() => {})
  const lock = await lockDataDir(env.dataDir, holder(env))
  opened.defer(() => lock.release())
  const web = await openWebServer(env)
  opened.defer(() => web.stop())

  const database = await openDatabase(env, steps)
  opened.defer(() => database.stop())
  signal.throwIfAborted()
  publish({
    DATABASE_URL: database.databaseUrl,
    AUTH_SECRET: env.authSecret,
    VAPID_KEY: env.vapidKey,
  })
  await steps.step('Bringing the tables up to date', () => migrateDatabase(database.databaseUrl))
  // Before anything reads the environment, which is parsed once.
  if (env.demo) {
    const { startDemoInbox } = await import('@/lib/mail/demo-inbox')
    const inbox = await startDemoInbox(env.dataDir)
    opened.defer(() => inbox.close())
    publish({ DEMO_SMTP_URL: inbox.smtpUrl })
  }
  opened.defer(async () => (await import('@/lib/db')).db.$disconnect())
  await plantDemo(env, database.databaseUrl, seed, steps)
  signal.throwIfAborted()
  if (await stale) await steps.step('Building the site (only after a change)', () => buildWhenStale(signal))

  const next = await steps.step('Opening the doors', () => startNext(mode, web.port))
  opened.defer(() => next.close())
  signal.throwIfAborted()
  if (mode === 'production') await publishStyles(process.cwd())
  const assets = mode === 'production' ? await readAssets(process.cwd()) : new Map()
  const site = mode === 'production' ? painted(next.getRequestHandler()) : next.getRequestHandler()
  const background = new AbortController()
  const late: Late = {}
  web.serve(
    (request, response) =>
      answerAsset(assets, request, response) ||
      late.answerTile?.(env, request, response, site) ||
      site(request, response),
  )
  const working = workInBackground(env, late, background.signal)
  opened.defer(async () => {
    background.abort()
    await working
  })
  // First of all when stopping: nobody comes in any more, and those inside finish.
  opened.defer(() => web.stop())
  const closing = opened.move()
  return {
    url: env.appUrl,
    databaseUrl: database.databaseUrl,
    failed: Promise.race([database.died ?? never, new Promise<Error>((tell) => working.catch(tell))]),
    stop: () => closing.disposeAsync(),
  }
}

const never = new Promise<never>(() => {})

/** Milliseconds that whoever waited for the doors to open gets for a first page. */
const FIRST_COME = 1_000

/** What answers only once it was read. */
type Late = { answerTile?: typeof import('@/lib/platform/web/tiles').answerTile }

/**
 * Does the jobs and keeps the map in memory, until the signal. Both are read once the doors are open; the map a moment later
 * still, because until then the database answers for its tiles.
 */
async function workInBackground(env: Env, late: Late, signal: AbortSignal): Promise<void> {
  await Promise.all([env.worker && doJobs(signal), env.mapMemory && keepMapLate(late, signal)])
}

async function doJobs(signal: AbortSignal): Promise<void> {
  const { startWorker } = await import('@/lib/jobs/worker')
  await startWorker({ signal, importRun: importApart })
}

async function keepMapLate(late: Late, signal: AbortSignal): Promise<void> {
  await after(FIRST_COME, undefined, { signal }).catch(() => {})
  if (signal.aborted) return
  const { keepMap } = await import('@/lib/map/memory/keeper')
  const keeping = keepMap({ signal })
  const { answerTile } = await import('@/lib/platform/web/tiles')
  late.answerTile = answerTile
  await keeping
}

/** Pages as a phone wants them: seen before they work, and short on the way. */
function painted(site: Handler): Handler {
  const compress = compression()
  return (request, response) =>
    compress(request as never, response as never, () => {
      paintFirst(response)
      site(request, response)
    })
}

/** Lets the built site, which reads process.env, know what was found or made. */
function publish(values: Record<string, string>): void {
  Object.assign(process.env, values, { NEXT_TELEMETRY_DISABLED: '1' })
}

/** Next says on the console what it prepares, in the middle of our own steps. What goes wrong it throws or puts on stderr. */
async function quietly<Value>(work: () => Promise<Value>): Promise<Value> {
  const { log } = console
  console.log = () => {}
  try {
    return await work()
  } finally {
    console.log = log
  }
}

async function startNext(mode: RunOptions['mode'], port: number) {
  // Next asks itself for the page after an action's redirect: at this address, never at one built from a Host header.
  publish({ __NEXT_PRIVATE_ORIGIN: `http://127.0.0.1:${port}` })
  // Pages are compressed after they were changed (`painted`).
  if (mode === 'production') publish({ COMPRESSED_OUTSIDE: '1' })
  const { default: next } = await import('next')
  const app = next({
    dev: mode === 'development',
    dir: process.cwd(),
    hostname: 'localhost',
    port,
    turbopack: true,
  })
  await (mode === 'production' ? quietly(() => app.prepare()) : app.prepare())
  return app
}

function holder(env: Env): string {
  return `another start of this program (process ${process.pid}, ${env.appUrl}). Stop that one first, or use another folder and port: DATA_DIR=.data-2 PORT=${env.port + 1} npm start`
}
