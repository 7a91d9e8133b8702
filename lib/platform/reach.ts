import type { Env } from '@/lib/env'
import { OperatorError } from '@/lib/errors'
import { clusterDirectory, type OpenDatabase, openDatabase } from '@/lib/platform/database'
import { lockDataDir } from '@/lib/platform/lock'
import { runningServer } from '@/lib/platform/postgres/server'
import type { Steps } from '@/lib/platform/steps'

/**
 * The instance's database for one command: that of DATABASE_URL, the packaged server that `npm start` runs at this
 * moment, or the packaged server started until `stop`. `doing` names the command to whom it keeps out: "an import".
 */
export async function reachDatabase(env: Env, doing: string, steps: Steps): Promise<OpenDatabase> {
  if (env.databaseUrl) return openDatabase(env, steps)
  try {
    const lock = await lockDataDir(env.dataDir, `${doing} (process ${process.pid}). Wait until it is done.`)
    try {
      const database = await openDatabase(env, steps)
      return { ...database, stop: () => database.stop().finally(() => lock.release()) }
    } catch (error) {
      await lock.release()
      throw error
    }
  } catch (error) {
    const running = error instanceof OperatorError ? await runningServer(clusterDirectory(env.dataDir)) : null
    if (running === null) throw error
    return { databaseUrl: running, stop: async () => {} }
  }
}
