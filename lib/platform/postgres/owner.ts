import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { OperatorError } from '@/lib/errors'

const run = promisify(execFile)

/** The system account that PostgreSQL runs under; empty means our own. */
export type Owner = { uid?: number; gid?: number }

/** PostgreSQL refuses to run as root: then it runs as the system user `postgres`, created if missing. */
export async function postgresOwner(): Promise<Owner> {
  if (process.getuid?.() !== 0) return {}
  const known = await idsOf('postgres')
  if (known) return known
  try {
    await run('useradd', [
      '--system',
      '--no-create-home',
      '--shell',
      '/usr/sbin/nologin',
      '--user-group',
      'postgres',
    ])
  } catch (cause) {
    throw new OperatorError(
      'PostgreSQL refuses to run as root and the system user "postgres" could not be made. Run as an ordinary user, or make that user (useradd --system postgres).',
      { cause },
    )
  }
  return (await idsOf('postgres')) ?? {}
}

async function idsOf(user: string): Promise<Required<Owner> | null> {
  try {
    const [uid, gid] = await Promise.all([run('id', ['-u', user]), run('id', ['-g', user])])
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) }
  } catch {
    return null
  }
}
