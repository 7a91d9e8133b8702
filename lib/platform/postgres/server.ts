import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { access, realpath } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { errorCode, OperatorError } from '@/lib/errors'
import { findBinaries } from '@/lib/platform/postgres/binaries'
import {
  type Access,
  createCluster,
  diskFull,
  readAccess,
  savedAccess,
} from '@/lib/platform/postgres/cluster'
import { clusterHome, runnable } from '@/lib/platform/postgres/home'
import { postgresOwner } from '@/lib/platform/postgres/owner'
import { clearLeftovers } from '@/lib/platform/postgres/postmaster'
import { runStatement, withDatabaseName } from '@/lib/platform/scratch-database'

export type EmbeddedServer = {
  databaseUrl: string
  fresh: boolean
  /** Resolves, with the reason, if it ends without having been asked to. */
  died: Promise<OperatorError>
  stop: () => Promise<void>
}

export type ServerOptions = {
  /** Directory of the cluster; its parent is made if missing. */
  directory: string
  /** Name of the database to make in a fresh cluster. */
  database?: string
  /** Keep nothing through a power cut, and be fast: for tests. */
  disposable?: boolean
}

/**
 * Megabytes that PostgreSQL may keep of its files: an eighth of the memory, between bounds. It takes them page by page, as
 * the files grow, so that a small instance never does.
 */
const MEMORY = Math.min(512, Math.max(64, Math.floor(os.totalmem() / 2 ** 23)))
const DURABLE = [`shared_buffers=${MEMORY}MB`, 'max_connections=60']
const DISPOSABLE = [...DURABLE, 'fsync=off', 'synchronous_commit=off', 'full_page_writes=off']

/**
 * Starts the packaged PostgreSQL on loopback, on a cluster that is made on first use. `stop` waits until its files
 * are closed. Throws OperatorError where the person at the keyboard can mend it.
 */
export async function startEmbeddedServer(options: ServerOptions): Promise<EmbeddedServer> {
  const database = options.database ?? 'cafetiere'
  const [packaged, owner] = await Promise.all([findBinaries(), postgresOwner()])
  const directory = await clusterHome(path.resolve(options.directory), owner)
  const binaries = await runnable(packaged, owner)
  await clearLeftovers(directory)
  const known = (await exists(path.join(directory, 'PG_VERSION'))) ? await readAccess(directory) : null
  const reach = known ?? (await createCluster(directory, binaries, owner))
  const settings = options.disposable ? DISPOSABLE : DURABLE
  const child = spawn(
    binaries.postgres,
    ['-D', directory, '-p', String(reach.port), ...settings.concat(LOOPBACK).flatMap((s) => ['-c', s])],
    // Its own process group: Ctrl-C in the terminal reaches us alone, and we stop it after the last request.
    { ...owner, cwd: '/', stdio: ['ignore', 'ignore', 'pipe'], detached: true },
  )
  await untilReady(child)
  const { promise: died, resolve: tellDeath } = Promise.withResolvers<OperatorError>()
  const mourn = () =>
    tellDeath(new OperatorError('PostgreSQL ended by itself. Start again; nothing that was saved is lost.'))
  child.once('exit', mourn)
  const stop = () => {
    child.off('exit', mourn)
    return stopServer(child)
  }
  const databaseUrl = urlOf(reach, database)
  await ensureDatabase(databaseUrl, database)
  return { databaseUrl, fresh: !known, died, stop }
}

const LOOPBACK = [
  'listen_addresses=127.0.0.1',
  'unix_socket_directories=',
  'timezone=UTC',
  'log_timezone=UTC',
]

/** Each time: a first start that was killed may have left a cluster without it. */
async function ensureDatabase(databaseUrl: string, name: string): Promise<void> {
  try {
    await runStatement(withDatabaseName(databaseUrl, 'postgres'), `CREATE DATABASE "${name}"`)
  } catch (error) {
    if (errorCode(error) !== '42P04') throw error
  }
}

/** The address of the server that another process of ours runs on this cluster; null when it never was started. */
export async function runningServer(directory: string, database = 'cafetiere'): Promise<string | null> {
  try {
    const access = await savedAccess(await realpath(directory))
    return access && urlOf(access, database)
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null
    throw error
  }
}

function urlOf({ port, password }: Access, database: string): string {
  return `postgresql://cafetiere:${password}@127.0.0.1:${port}/${database}`
}

function untilReady(child: ChildProcess): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  let said = ''
  child.stderr?.on('data', (chunk) => {
    // Read on for ever, kept only until ready: a full pipe would stop the server.
    if (said.length < 20_000) said += chunk
    if (said.includes('ready to accept connections')) resolve()
  })
  child.once('error', reject)
  child.once('exit', () => {
    reject(diskFull(said) ?? new OperatorError(`PostgreSQL did not start. It said:\n${said.trim()}`))
  })
  return promise
}

/** Milliseconds that connections on their way out get before they are cut. */
const LEAVE_TIMEOUT = 1_000

/**
 * "Smart" shutdown (SIGTERM) lets the last connections leave by themselves; "fast" (SIGINT) then rolls back what is
 * still open. Either way files are closed properly.
 */
async function stopServer(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const exited = once(child, 'exit')
  child.kill('SIGTERM')
  const cut = setTimeout(() => child.kill('SIGINT'), LEAVE_TIMEOUT)
  await exited
  clearTimeout(cut)
}

async function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  )
}
