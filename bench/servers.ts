import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { inputsHash } from '@/lib/platform/build'
import { type Instance, startInstance } from '@/lib/platform/instance'
import { freePort } from '@/lib/platform/ports'

const NEXT = 'node_modules/next/dist/bin/next'
const FLOOR = 'bench/floor'

export type Served = { url: string; stop(): Promise<void> }

/** The least of sites (bench/floor), built and served as Next does it by itself. */
export async function startFloor(env: Record<string, string> = {}): Promise<Served> {
  const settings = { ...process.env, ...env, NEXT_TELEMETRY_DISABLED: '1', NODE_ENV: 'production' as const }
  const build = spawn(process.execPath, [NEXT, 'build', FLOOR], { stdio: 'ignore', env: settings })
  const [code] = await once(build, 'close')
  if (code !== 0) throw new Error(`the floor could not be built: ${NEXT} build ${FLOOR}`)
  const port = await freePort()
  const child = spawn(process.execPath, [NEXT, 'start', FLOOR, '-p', String(port)], {
    stdio: 'ignore',
    env: settings,
  })
  const url = `http://localhost:${port}`
  await answers(`${url}/`)
  return {
    url,
    async stop() {
      child.kill('SIGTERM')
      await once(child, 'close')
    },
  }
}

/** A whole instance with the demo in it, as `npm start` serves it; no tile, no mail and no worker of its own. */
export function startSite(env: Record<string, string> = {}): Promise<Instance> {
  return startInstance({
    env: { AUTH_SECRET: 'only for benches, forty characters long..', LOG_LEVEL: 'silent', ...env },
  })
}

/** What the built site is made of, to tell results apart. */
export const builtFrom = () => inputsHash(path.resolve('.'))

async function answers(url: string): Promise<void> {
  for (;;) {
    const there = await fetch(url).then(
      ({ ok }) => ok,
      () => false,
    )
    if (there) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}
