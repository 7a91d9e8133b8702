// Brings what only Node's own modules can: whatever Node the machine has, the rest runs on the pinned one.
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { ensureInstalled, pinnedNode } from './install.mjs'

const OLDEST = 20

/**
 * Megabytes for what is new on the heap. V8 would take twice as much, which it fills before it looks what is still used.
 * Half of this is 10 MB less, and a tenth more work for every page and every seat.
 */
const SMALL_HEAP = '--max-semi-space-size=8'

/**
 * Installs what is missing, then runs a TypeScript script of ours under the pinned Node with these arguments, and ends
 * with its exit code. A channel between the two lets the script notice when this process is killed.
 */
export async function runPinned(script, args) {
  if (Number.parseInt(process.versions.node, 10) < OLDEST) {
    console.error(
      `Node ${process.versions.node} is too old: version ${OLDEST} or later is needed (https://nodejs.org).`,
    )
    process.exit(1)
  }
  const root = fileURLToPath(new URL('..', import.meta.url))
  process.chdir(root)
  await ensureInstalled()
  const child = spawn(pinnedNode, [SMALL_HEAP, 'scripts/launch.mjs', script, ...args], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.once('error', (error) => {
    console.error(`The pinned Node could not be run (${error.message}). Delete node_modules and start again.`)
    process.exit(1)
  })
  child.once('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)))
}
