import { spawn } from 'node:child_process'

/** Characters of what a broken import says that are kept: the administrator reads them. */
const KEPT = 2_000

/**
 * Does an import, or takes one back, in a process of its own: a million rows never share the memory of the web server, nor
 * hold up its answers. When `signal` is aborted it ends after the batch at hand; should we die first, it does so by itself.
 * Rejects with what it said when it did not end well.
 */
export async function importApart(runId: string, undo: boolean, signal?: AbortSignal): Promise<void> {
  const child = spawn(
    process.execPath,
    ['scripts/launch.mjs', 'scripts/import-run.ts', runId, ...(undo ? ['undo'] : [])],
    // The fourth tells the child that we are gone.
    { stdio: ['ignore', 'ignore', 'pipe', 'ipc'], env: process.env },
  )
  const stop = () => child.kill('SIGTERM')
  if (signal?.aborted) stop()
  signal?.addEventListener('abort', stop, { once: true })
  let said = ''
  child.stderr?.on('data', (chunk: Buffer) => {
    said = (said + chunk).slice(-KEPT)
  })
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  child.once('error', reject)
  child.once('close', (code) =>
    code === 0 ? resolve() : reject(new Error(said.trim() || `the import ended with ${code}`)),
  )
  try {
    await promise
  } finally {
    signal?.removeEventListener('abort', stop)
  }
}
