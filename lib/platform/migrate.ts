import path from 'node:path'
import { now } from '@/lib/clock'
import { OperatorError } from '@/lib/errors'
import { migrateDatabase, migrationProblem } from '@/lib/platform/database'
import { exitWith } from '@/lib/platform/failures'
import { type MigrationStatus, migrationStatus, newMigration } from '@/lib/platform/migrations'
import { reachDatabase } from '@/lib/platform/reach'
import { loadSettings } from '@/lib/platform/settings'
import { stepsOn } from '@/lib/platform/steps'

const USAGE = `Use: npm run migrate [deploy]     bring the database up to date
     npm run migrate status       compare the database with prisma/migrations
     npm run migrate new NAME     write what schema.prisma has and the migrations lack`

export type MigrateChoice = { what: 'deploy' | 'status' } | { what: 'new'; name: string }

/** `npm run migrate`. Ends the process with a sentence and a code other than 0 where something is to be mended. */
export async function migrateCommand(args: string[]): Promise<void> {
  try {
    const choice = parseChoice(args)
    const env = await loadSettings()
    const database = await reachDatabase(env, '`npm run migrate`', stepsOn(process.stdout))
    try {
      process.stdout.write(`${await perform(choice, database.databaseUrl)}\n`)
    } finally {
      await database.stop()
    }
  } catch (error) {
    exitWith(error)
  }
}

/** Throws OperatorError with the usage when the arguments are not a choice. */
export function parseChoice([what = 'deploy', ...rest]: string[]): MigrateChoice {
  const [name] = rest
  if ((what === 'deploy' || what === 'status') && rest.length === 0) return { what }
  if (what === 'new' && name !== undefined && rest.length === 1) return { what, name }
  throw new OperatorError(USAGE, { exitCode: 2 })
}

/** Does it, and says what was done. Throws OperatorError where the history of the database forbids it. */
export async function perform(choice: MigrateChoice, databaseUrl: string): Promise<string> {
  if (choice.what === 'new') {
    const file = await newMigration(databaseUrl, choice.name, now())
    return `Written: ${path.relative('.', file)}. Read it and finish it by hand, then: npm run migrate`
  }
  const status = await migrationStatus(databaseUrl)
  if (choice.what === 'status') return standing(status)
  await migrateDatabase(databaseUrl)
  return status.pending.length > 0
    ? `Applied: ${status.pending.join(', ')}.`
    : 'The database is up to date: there was nothing to apply.'
}

/** Where the database stands, in sentences. Throws OperatorError with what to mend. */
export function standing(status: MigrationStatus): string {
  const problem = migrationProblem(status)
  if (problem) throw new OperatorError(problem)
  const { pending, onDisk } = status
  if (pending.length === 0) return `The database is up to date: ${onDisk.length} migrations applied.`
  return `${onDisk.length - pending.length} of ${onDisk.length} migrations applied. To come: ${pending.join(', ')}. Apply them: npm run migrate`
}
