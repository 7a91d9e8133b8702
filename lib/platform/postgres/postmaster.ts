import { execFile } from 'node:child_process'
import { readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { promisify } from 'node:util'
import { errorCode, OperatorError } from '@/lib/errors'

const run = promisify(execFile)

/** Milliseconds that a server left over from a crash gets to close its files. */
const STOP_TIMEOUT = 15_000

/**
 * After a crash of ours, `directory` may hold a postmaster.pid. If its process is our own PostgreSQL, left running,
 * it is stopped; if the number now belongs to a stranger, or to nobody, only the file goes.
 */
export async function clearLeftovers(directory: string): Promise<'nothing' | 'stale file' | 'stopped'> {
  const file = path.join(directory, 'postmaster.pid')
  const pid = await readPid(file)
  if (pid === null) return 'nothing'
  if (!isAlive(pid) || !(await commandLine(pid)).includes(directory)) {
    await rm(file, { force: true })
    return 'stale file'
  }
  process.kill(pid, 'SIGINT')
  for (const end = Date.now() + STOP_TIMEOUT; Date.now() < end; await wait(50)) {
    if (!isAlive(pid)) return 'stopped'
  }
  throw new OperatorError(
    `PostgreSQL of an earlier run (process ${pid}) does not stop. End it by hand: kill -QUIT ${pid}`,
  )
}

async function readPid(file: string): Promise<number | null> {
  try {
    const pid = Number.parseInt(await readFile(file, 'utf8'), 10)
    return pid > 1 ? pid : null
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null
    throw error
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return errorCode(error) === 'EPERM'
  }
}

/** How the process was started: from /proc where there is one (a slim container has no `ps`). */
async function commandLine(pid: number): Promise<string> {
  try {
    if (process.platform === 'linux') return await readFile(`/proc/${pid}/cmdline`, 'utf8')
    if (process.platform === 'win32') return ''
    return (await run('ps', ['-p', String(pid), '-o', 'command='])).stdout
  } catch {
    return ''
  }
}
