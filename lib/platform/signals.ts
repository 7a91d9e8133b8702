import { performance } from 'node:perf_hooks'

/** Milliseconds. One Ctrl-C may arrive twice: from the terminal, and passed on by npm. */
const ONE_PRESS = 1_000

/**
 * Aborted when somebody asks this process to stop: Ctrl-C, SIGTERM, a closed terminal, or the death of the process
 * that started it. Asked a second time, the process ends at once.
 */
export function stopSignal(): AbortSignal {
  const controller = new AbortController()
  let first = 0
  const stop = () => {
    if (!controller.signal.aborted) {
      first = performance.now()
      controller.abort()
    } else if (performance.now() - first > ONE_PRESS) {
      process.exit(130)
    }
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop)
  if (process.connected) process.once('disconnect', stop)
  return controller.signal
}
