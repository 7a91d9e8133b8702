import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chmod, chown, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import { errorCode, OperatorError } from '@/lib/errors'
import { freePort, isFree } from '@/lib/platform/ports'
import type { Binaries } from '@/lib/platform/postgres/binaries'
import type { Owner } from '@/lib/platform/postgres/owner'

/** How to reach a cluster: kept among its files, so that a copy of the folder is whole; readable by us alone. */
export type Access = { port: number; password: string }

const accessSchema = z.object({ port: z.int().min(1).max(65535), password: z.string().min(16).max(200) })

const accessFile = (directory: string) => path.join(directory, 'cafetiere.json')

/**
 * The cluster's remembered password and port; another port if a stranger has taken it meanwhile. A folder of data
 * without them is never begun anew: it holds what people entered.
 */
export async function readAccess(directory: string): Promise<Access> {
  const access = await savedAccess(directory)
  if (access === null) {
    throw new OperatorError(
      `${directory} holds a database, but not ${path.basename(accessFile(directory))} with its password. Bring that file back from a backup; or forget the data: npm run reset`,
    )
  }
  if (await isFree(access.port)) return access
  return saveAccess(directory, { ...access, port: await freePort() })
}

/** What the cluster was started with last; null when it never was. */
export async function savedAccess(directory: string): Promise<Access | null> {
  let text: string
  try {
    text = await readFile(accessFile(directory), 'utf8')
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null
    throw error
  }
  return accessSchema.parse(JSON.parse(text))
}

async function saveAccess(directory: string, access: Access): Promise<Access> {
  await writeFile(accessFile(directory), JSON.stringify(access), { mode: 0o600 })
  return access
}

/**
 * Makes a new cluster with initdb. It gets its name `directory` only when whole: what an interrupted start leaves
 * behind is never taken for one, nor a whole one for a leftover.
 */
export async function createCluster(directory: string, binaries: Binaries, owner: Owner): Promise<Access> {
  const access = { port: await freePort(), password: randomBytes(24).toString('base64url') }
  const unfinished = `${directory}.new`
  await rm(unfinished, { recursive: true, force: true })
  await mkdir(unfinished, { recursive: true, mode: 0o700 })
  const passwordFile = path.join(directory, '..', `.password-${access.port}`)
  await writeFile(passwordFile, access.password, { mode: 0o600 })
  if (owner.uid !== undefined && owner.gid !== undefined) {
    await Promise.all([unfinished, passwordFile].map((file) => chown(file, owner.uid ?? 0, owner.gid ?? 0)))
  }
  await chmod(binaries.initdb, 0o755)
  await chmod(binaries.postgres, 0o755)
  try {
    await initdb(unfinished, passwordFile, binaries, owner)
  } finally {
    await rm(passwordFile, { force: true })
  }
  await saveAccess(unfinished, access)
  await rm(directory, { recursive: true, force: true })
  await rename(unfinished, directory)
  return access
}

function initdb(directory: string, passwordFile: string, binaries: Binaries, owner: Owner): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  const child = spawn(
    binaries.initdb,
    [
      `--pgdata=${directory}`,
      `--pwfile=${passwordFile}`,
      '--username=cafetiere',
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale=C',
      '--lc-messages=C',
      '--no-instructions',
      // The data is not worth a slow first start: the server itself syncs what it writes from then on.
      '--no-sync',
    ],
    { ...owner, cwd: '/', stdio: ['ignore', 'ignore', 'pipe'] },
  )
  let said = ''
  child.stderr.on('data', (chunk) => {
    said += chunk
  })
  child.once('error', reject)
  child.once('close', (code) => {
    if (code === 0) return resolve()
    reject(
      diskFull(said) ??
        unreachable(said, directory, owner) ??
        new Error(`initdb ended with ${code}: ${said.trim()}`),
    )
  })
  return promise
}

/** As root, PostgreSQL runs as another user, whom a closed folder above (often /root itself) keeps out. */
function unreachable(said: string, directory: string, owner: Owner): OperatorError | null {
  if (owner.uid === undefined || !/Permission denied/.test(said)) return null
  return new OperatorError(
    `PostgreSQL runs as the system user "postgres", who may not enter ${path.dirname(directory)}. Run as an ordinary user, or move the project (or DATA_DIR) to a folder that others may enter.`,
  )
}

/** The clear sentence for a full disk, if that is what PostgreSQL complained of. */
export function diskFull(said: string): OperatorError | null {
  if (!/no space left on device|ENOSPC/i.test(said)) return null
  return new OperatorError('The disk is full. Make some room and start again.')
}
