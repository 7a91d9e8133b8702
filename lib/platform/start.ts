import { performance } from 'node:perf_hooks'
import { announce } from '@/lib/platform/announce'
import { exitWith } from '@/lib/platform/failures'
import type { ReadyMessage } from '@/lib/platform/instance'
import { type RunOptions, runInstance } from '@/lib/platform/run'
import { loadSettings } from '@/lib/platform/settings'
import { stopSignal } from '@/lib/platform/signals'
import { seconds, stepsOn } from '@/lib/platform/steps'

export type StartOptions = Pick<RunOptions, 'mode' | 'seed'> & { envFile: string | null }

/** `npm start` and `npm run dev`: runs an instance until it is asked to stop, then ends the process. */
export async function startCommand(options: StartOptions): Promise<never> {
  const signal = stopSignal()
  const steps = stepsOn(process.stdout)
  try {
    const env = await loadSettings(options)
    steps.say(`${env.instanceName}\n`)
    const running = await runInstance({ env, ...options, steps, signal })
    steps.say(`  Ready, ${seconds(performance.now())} after the start.`)
    await announce(env, process.stdout)
    const message: ReadyMessage = { ready: { url: running.url, databaseUrl: running.databaseUrl } }
    process.send?.(message)
    const failure = await Promise.race([aborted(signal), running.failed])
    steps.say('\n  Stopping: requests under way are finished first.')
    await running.stop()
    if (failure) exitWith(failure)
  } catch (error) {
    if (!signal.aborted) exitWith(error)
  }
  process.exit(0)
}

function aborted(signal: AbortSignal): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  if (signal.aborted) resolve()
  else signal.addEventListener('abort', () => resolve(), { once: true })
  return promise
}
