import { spawn } from 'node:child_process'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { OperatorError } from '@/lib/errors'
import { freePort } from '@/lib/platform/ports'

export type Instance = {
  url: string
  pid: number
  dataDir: string
  databaseUrl: string
  stop(): Promise<void>
  /** Ends the process at once, as a crash would; its PostgreSQL goes on. A start on the same DATA_DIR takes over. */
  kill(): Promise<void>
}

export type InstanceOptions = {
  /** Settings of the instance over a bare environment: nothing of ours, nor of `.env`, gets into it. */
  env?: Record<string, string>
  /** Stops it, started or still starting. */
  signal?: AbortSignal
  /** What it says on its terminal. */
  onOutput?: (text: string) => void
}

/** What the started process tells its parent once it answers. */
export type ReadyMessage = { ready: { url: string; databaseUrl: string } }

/** As scripts/pinned.mjs has it. */
const SMALL_HEAP = '--max-semi-space-size=8'

/** Of our own environment, what a program needs to run at all. */
const INHERITED = [
  'PATH',
  'HOME',
  'TMPDIR',
  'TEMP',
  'TMP',
  'LANG',
  'TZ',
  'SystemRoot',
  'USERPROFILE',
  'LOG_LEVEL',
]

/**
 * Starts a whole instance in a process of its own, as `npm start` does: on PORT (default: a free one), with its data
 * in DATA_DIR (default: a folder that goes when it stops). Resolves when it answers; rejects with what it said.
 */
export async function startInstance({ env = {}, signal, onOutput }: InstanceOptions = {}): Promise<Instance> {
  const port = env.PORT ?? String(await freePort())
  const ownDir = env.DATA_DIR === undefined
  const dataDir = env.DATA_DIR ?? (await temporaryDir())
  const inherited = INHERITED.flatMap((name) =>
    process.env[name] === undefined ? [] : [[name, process.env[name]]],
  )
  const child = spawn(
    process.execPath,
    [SMALL_HEAP, 'scripts/launch.mjs', 'scripts/start.ts', '--no-env-file'],
    {
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      env: { ...Object.fromEntries(inherited), ...env, PORT: port, DATA_DIR: dataDir },
      signal,
      killSignal: 'SIGTERM',
    },
  )
  let said = ''
  const hear = (chunk: Buffer) => {
    onOutput?.(String(chunk))
    said = (said + chunk).slice(-10_000)
  }
  child.stdout?.on('data', hear)
  child.stderr?.on('data', hear)
  const { promise: ready, resolve, reject } = Promise.withResolvers<ReadyMessage['ready']>()
  child.on('message', (message: ReadyMessage) => resolve(message.ready))
  child.on('error', reject)
  // Not events.once: an abort is an 'error' too, and the end has to be waited for all the same.
  const closed = new Promise((done) => child.once('close', done))
  child.once('close', () => reject(new OperatorError(said.trim())))

  const end = async (how: 'SIGTERM' | 'SIGKILL') => {
    child.kill(how)
    await closed
  }
  const stop = async () => {
    await end('SIGTERM')
    if (ownDir) await rm(dataDir, { recursive: true, force: true })
  }
  try {
    return { ...(await ready), pid: child.pid ?? 0, dataDir, stop, kill: () => end('SIGKILL') }
  } catch (error) {
    await stop()
    throw error
  }
}

/** Root's PostgreSQL runs under another account, which has to get through. */
async function temporaryDir(): Promise<string> {
  const directory = await mkdtemp(path.join(os.tmpdir(), 'cafetiere-'))
  await chmod(directory, 0o711)
  return directory
}
