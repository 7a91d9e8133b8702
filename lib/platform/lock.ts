import { createHash } from 'node:crypto'
import { mkdir, realpath, rm } from 'node:fs/promises'
import { connect, createServer } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { text } from 'node:stream/consumers'
import { setTimeout as after } from 'node:timers/promises'
import { errorCode, OperatorError } from '@/lib/errors'

export type Lock = { release(): Promise<void> }

/** Bytes that a socket's path may have on the strictest system (macOS: 104 with its final zero). */
const MAX_SOCKET_PATH = 103

/** Milliseconds between two looks at a lock that somebody else has. */
const LOOK = 200

/**
 * Claims `dataDir` for this process. The lock is a listening socket: the system itself lets go of it when we die,
 * however we die, and a process number taken over by a stranger cannot be mistaken for us.
 * Throws OperatorError, with what the holder says of itself, when another process has it.
 */
export async function lockDataDir(dataDir: string, whoWeAre: string): Promise<Lock> {
  const claim = await claimed(dataDir, whoWeAre)
  if (typeof claim === 'string') throw new OperatorError(`${dataDir} is in use by ${claim}`)
  return claim
}

/** The same, as soon as whoever has it lets go. Throws the signal's reason when it is aborted first. */
export async function awaitLock(dataDir: string, whoWeAre: string, signal: AbortSignal): Promise<Lock> {
  for (;;) {
    const claim = await claimed(dataDir, whoWeAre)
    if (typeof claim !== 'string') return claim
    await after(LOOK, undefined, { signal })
  }
}

/** The lock, or what its holder says of itself. */
async function claimed(dataDir: string, whoWeAre: string): Promise<Lock | string> {
  await mkdir(dataDir, { recursive: true })
  const address = await socketPath(dataDir)
  for (let attempt = 0; ; attempt++) {
    try {
      return await listen(address, whoWeAre)
    } catch (error) {
      if (errorCode(error) !== 'EADDRINUSE' || attempt === 3) throw error
    }
    const holder = await ask(address)
    if (holder !== null) return holder
    // Nobody answers: its owner crashed and left the file behind.
    await rm(address, { force: true })
  }
}

async function socketPath(dataDir: string): Promise<string> {
  const real = await realpath(dataDir)
  const digest = createHash('sha256').update(real).digest('hex').slice(0, 20)
  if (process.platform === 'win32') return `\\\\.\\pipe\\cafetiere-${digest}`
  const inside = path.join(real, 'lock')
  const shortest =
    [inside, path.relative(process.cwd(), inside)].sort((a, b) => a.length - b.length)[0] ?? inside
  return Buffer.byteLength(shortest) <= MAX_SOCKET_PATH
    ? shortest
    : path.join(os.tmpdir(), `cafetiere-${digest}.lock`)
}

function listen(address: string, whoWeAre: string): Promise<Lock> {
  const { promise, resolve, reject } = Promise.withResolvers<Lock>()
  const server = createServer((socket) => {
    socket.on('error', () => {})
    socket.end(whoWeAre)
  })
  server.once('error', reject)
  server.listen(address, () => {
    server.unref()
    resolve({ release: () => new Promise((done) => server.close(() => done())) })
  })
  return promise
}

/** What the holder of the lock says, or null if there is none. */
async function ask(address: string): Promise<string | null> {
  const socket = connect(address)
  try {
    return await text(socket)
  } catch (error) {
    if (errorCode(error) === 'ECONNREFUSED' || errorCode(error) === 'ENOENT') return null
    throw error
  }
}
