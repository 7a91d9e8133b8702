import type { Env } from '@/lib/env'
import { OperatorError } from '@/lib/errors'
import { clusterDirectory, migrateDatabase } from '@/lib/platform/database'
import { exitWith } from '@/lib/platform/failures'
import { importApart } from '@/lib/platform/import-apart'
import { checkDatabase } from '@/lib/platform/postgres/external'
import { runningServer } from '@/lib/platform/postgres/server'
import { loadSettings } from '@/lib/platform/settings'
import { stopSignal } from '@/lib/platform/signals'
import { type Steps, stepsOn } from '@/lib/platform/steps'

/**
 * `npm run worker`: does the jobs of an instance in a process of their own, beside `npm start` with WORKER=0 or beside
 * other workers, until it is asked to stop. Then ends the process.
 */
export async function workerCommand({ envFile }: { envFile: string | null }): Promise<never> {
  const signal = stopSignal()
  const steps = stepsOn(process.stdout)
  try {
    const env = await loadSettings({ envFile })
    steps.say(`${env.instanceName}: the jobs alone\n`)
    await work(env, steps, signal)
  } catch (error) {
    if (!signal.aborted) exitWith(error)
  }
  process.exit(0)
}

async function work(env: Env, steps: Steps, signal: AbortSignal): Promise<void> {
  await using opened = new AsyncDisposableStack()
  const databaseUrl = await findDatabase(env, steps)
  const { authSecret, vapidKey } = env
  const found = { DATABASE_URL: databaseUrl, AUTH_SECRET: authSecret, VAPID_KEY: vapidKey, TZ: 'UTC' }
  Object.assign(process.env, found, { NODE_ENV: 'production' })
  await steps.step('Bringing the tables up to date', () => migrateDatabase(databaseUrl))
  if (env.demo) {
    const { startDemoInbox } = await import('@/lib/mail/demo-inbox')
    const inbox = await startDemoInbox(env.dataDir)
    opened.defer(() => inbox.close())
    process.env.DEMO_SMTP_URL = inbox.smtpUrl
  }
  const { db } = await import('@/lib/db')
  opened.defer(() => db.$disconnect())
  const { startWorker } = await import('@/lib/jobs/worker')
  steps.say('  Working. Ctrl-C stops it; what is under way is finished first.')
  await startWorker({ signal, importRun: importApart })
}

/** The packaged PostgreSQL is the start's to run: a worker only joins it. */
async function findDatabase(env: Env, { step }: Steps): Promise<string> {
  const databaseUrl = env.databaseUrl || (await runningServer(clusterDirectory(env.dataDir)))
  if (!databaseUrl) {
    throw new OperatorError(
      'There is no database to work on: start the instance first (WORKER=0 npm start), or set DATABASE_URL.',
    )
  }
  await step('Reaching the database', () => checkDatabase(databaseUrl))
  return databaseUrl
}
