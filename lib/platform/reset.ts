import { rm } from 'node:fs/promises'
import { createInterface } from 'node:readline/promises'
import { parseArgs } from 'node:util'
import pg from 'pg'
import type { Env } from '@/lib/env'
import { OperatorError } from '@/lib/errors'
import { inboxFolder } from '@/lib/mail/demo-inbox'
import { clusterDirectory } from '@/lib/platform/database'
import { wantDemo } from '@/lib/platform/demo'
import { exitWith } from '@/lib/platform/failures'
import { lockDataDir } from '@/lib/platform/lock'
import { checkDatabase, connectionProblem } from '@/lib/platform/postgres/external'
import { removeCluster } from '@/lib/platform/postgres/home'
import { loadSettings } from '@/lib/platform/settings'

export type ResetChoice = { yes: boolean; empty: boolean }

const USAGE = 'Use: npm run reset [-- [--empty] [--yes]]'

/** `npm run reset`: forgets everything but the secret; `--empty` also keeps the demo from coming back. */
export async function resetCommand(args: string[]): Promise<void> {
  try {
    const choice = parseChoice(args)
    const env = await loadSettings()
    if (!choice.yes && !(await confirmed(env))) throw new OperatorError('Nothing was deleted.')
    await resetInstance(env, choice)
    const next = choice.empty ? 'starts empty' : 'plants the demo again'
    process.stdout.write(`Everything is forgotten. The next start ${env.isPublic ? 'starts empty' : next}.\n`)
  } catch (error) {
    exitWith(error)
  }
}

export function parseChoice(args: string[]): ResetChoice {
  try {
    const { values } = parseArgs({ args, options: { yes: { type: 'boolean' }, empty: { type: 'boolean' } } })
    return { yes: values.yes === true, empty: values.empty === true }
  } catch (cause) {
    throw new OperatorError(USAGE, { cause, exitCode: 2 })
  }
}

/** Why a person must spell `--yes` here, or null where being asked on the terminal is enough. */
export function needsYes(env: Pick<Env, 'databaseUrl' | 'isPublic'>, onTerminal: boolean): string | null {
  if (env.databaseUrl) return 'DATABASE_URL is given: this would delete every table of that database.'
  if (env.isPublic) return 'APP_URL is public: this would delete what people entered there.'
  return onTerminal ? null : 'There is no terminal to ask on.'
}

async function confirmed(env: Env): Promise<boolean> {
  const reason = needsYes(env, process.stdin.isTTY && process.stdout.isTTY)
  if (reason) throw new OperatorError(`${reason} If that is meant: npm run reset -- --yes`)
  const terminal = createInterface({ input: process.stdin, output: process.stdout })
  try {
    const answer = await terminal.question(
      `Delete every person, place and outing in ${env.dataDir}? (yes/no) `,
    )
    return /^y(es)?$/i.test(answer.trim())
  } finally {
    terminal.close()
  }
}

/** Deletes the data of a stopped instance. Throws OperatorError while it runs. */
export async function resetInstance(env: Env, { empty }: Pick<ResetChoice, 'empty'>): Promise<void> {
  const lock = await lockDataDir(
    env.dataDir,
    `\`npm run reset\` (process ${process.pid}). Wait until it is done.`,
  )
  try {
    if (env.databaseUrl) await emptyDatabase(env.databaseUrl)
    else await removeCluster(clusterDirectory(env.dataDir))
    await rm(inboxFolder(env.dataDir), { recursive: true, force: true })
    await wantDemo(env.dataDir, !empty)
  } finally {
    await lock.release()
  }
}

/** Drops all tables of a database that is ours alone. Its settings and its owner stay. */
async function emptyDatabase(databaseUrl: string): Promise<void> {
  await checkDatabase(databaseUrl)
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    const { rows } = await client.query(
      `SELECT FROM pg_stat_activity WHERE datname = current_database() AND application_name LIKE 'cafetiere%'`,
    )
    if (rows.length > 0) {
      throw new OperatorError('A server is running on this database. Stop it first, then reset.')
    }
    await client.query(
      'BEGIN; DROP SCHEMA public CASCADE; CREATE SCHEMA public; DROP SCHEMA IF EXISTS pgboss CASCADE; COMMIT',
    )
  } catch (error) {
    throw connectionProblem(error, databaseUrl)
  } finally {
    await client.end()
  }
}
