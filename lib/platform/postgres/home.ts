import { execFile } from 'node:child_process'
import { cp, lstat, mkdir, mkdtemp, realpath, rename, rm, symlink } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { errorCode } from '@/lib/errors'
import type { Binaries } from '@/lib/platform/postgres/binaries'
import type { Owner } from '@/lib/platform/postgres/owner'

const run = promisify(execFile)

/** Where root's PostgreSQL lives when the way to the checkout is closed to its account. */
const SYSTEM_PLACE = '/var/lib/cafetiere'

/**
 * The real folder for the cluster asked for at `directory`. Root's checkout often stands behind a door that only root
 * may pass (/root, a private temporary folder), and PostgreSQL does not run as root: then the files go to
 * /var/lib/cafetiere, and `directory` becomes a link to them.
 */
export async function clusterHome(directory: string, owner: Owner): Promise<string> {
  await mkdir(path.dirname(directory), { recursive: true })
  const linked = await linkTarget(directory)
  if (linked !== null) return linked
  if (await mayEnter(path.dirname(directory), owner)) return directory
  await mkdir(SYSTEM_PLACE, { recursive: true, mode: 0o755 })
  const place = await mkdtemp(path.join(SYSTEM_PLACE, 'data-'))
  await run('chmod', ['711', place])
  const home = path.join(place, 'postgres')
  await mkdir(home)
  await rm(directory, { force: true })
  await symlink(home, directory)
  return home
}

/** The packaged binaries, or a copy of them that the account may run. */
export async function runnable(binaries: Binaries, owner: Owner): Promise<Binaries> {
  if (await mayEnter(path.dirname(binaries.postgres), owner)) return binaries
  const source = path.resolve(binaries.postgres, '../..')
  const { mtimeMs } = await lstat(binaries.postgres)
  const copy = path.join(SYSTEM_PLACE, `postgres-${Math.round(mtimeMs)}`)
  const copied = { postgres: path.join(copy, 'bin/postgres'), initdb: path.join(copy, 'bin/initdb') }
  if (await mayEnter(path.dirname(copied.postgres), owner)) return copied
  await mkdir(SYSTEM_PLACE, { recursive: true, mode: 0o755 })
  const unfinished = await mkdtemp(path.join(SYSTEM_PLACE, 'copying-'))
  await run('chmod', ['755', unfinished])
  await cp(source, unfinished, { recursive: true, verbatimSymlinks: true })
  try {
    await rename(unfinished, copy)
  } catch (error) {
    // Another start was quicker.
    if (errorCode(error) !== 'ENOTEMPTY' && errorCode(error) !== 'EEXIST') throw error
    await rm(unfinished, { recursive: true })
  }
  return copied
}

/** Deletes the cluster at `directory`, wherever its files are. */
export async function removeCluster(directory: string): Promise<void> {
  const linked = await linkTarget(directory)
  if (linked !== null) await rm(path.dirname(linked), { recursive: true, force: true })
  await rm(directory, { recursive: true, force: true })
}

async function linkTarget(directory: string): Promise<string | null> {
  try {
    return (await lstat(directory)).isSymbolicLink() ? await realpath(directory) : null
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null
    throw error
  }
}

/** Asked of the system itself, as that account: modes, lists of rights and mounts all have their say. */
async function mayEnter(directory: string, owner: Owner): Promise<boolean> {
  if (owner.uid === undefined) return true
  try {
    await run('sh', ['-c', 'cd "$1"', 'sh', directory], { ...owner, cwd: '/' })
    return true
  } catch {
    return false
  }
}
