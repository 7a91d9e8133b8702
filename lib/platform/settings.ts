import { type Env, EnvError, parseEnv } from '@/lib/env'
import { errorCode } from '@/lib/errors'
import { ensureSecret } from '@/lib/platform/secret'
import { ensureVapidKey } from '@/lib/platform/vapid'

/**
 * The instance's settings: the environment over `.env`, checked, with the secrets of DATA_DIR where none are given.
 * Throws EnvError with one sentence per wrong variable.
 */
export async function loadSettings({ envFile = '.env' }: { envFile?: string | null } = {}): Promise<Env> {
  if (envFile !== null) readEnvFile(envFile)
  const parsed = parseEnv(process.env)
  if (!parsed.ok) throw new EnvError(parsed.problems.join('\n'))
  const { env } = parsed
  return {
    ...env,
    authSecret: env.authSecret || (await ensureSecret(env.dataDir)),
    vapidKey: env.vapidKey || (await ensureVapidKey(env.dataDir)),
  }
}

function readEnvFile(file: string): void {
  try {
    process.loadEnvFile(file)
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error
  }
}
