import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { inputsHash } from '@/lib/platform/build'
import { type Instance, startInstance } from '@/lib/platform/instance'
import { freePort } from '@/lib/platform/ports'

const NEXT = 'node_modules/next/dist/bin/next'
const FLOOR = 'bench/floor'
const FLOOR_INPUTS = ['app', 'next.config.ts', 'tsconfig.json']
  .map((name) => `${FLOOR}/${name}`)
  .concat('package-lock.json')
/** In what Next builds, so that a build without one is never taken for ours. */
const FLOOR_STAMP = `${FLOOR}/.next/inputs`

export type Served = { url: string; stop(): Promise<void> }

/** The least of sites (bench/floor), built and served as Next does it by itself. */
export async function startFloor(env: Record<string, string> = {}): Promise<Served> {
  const settings = { ...process.env, ...env, NEXT_TELEMETRY_DISABLED: '1', NODE_ENV: 'production' as const }
  await buildFloor(settings)
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

/** Unless it was built from these very files. */
async function buildFloor(env: NodeJS.ProcessEnv): Promise<void> {
  const inputs = await inputsHash(path.resolve('.'), FLOOR_INPUTS)
  const built = await readFile(FLOOR_STAMP, 'utf8').catch(() => null)
  if (built === inputs) return
  const build = spawn(process.execPath, [NEXT, 'build', FLOOR], { stdio: 'ignore', env })
  const [code] = await once(build, 'close')
  if (code !== 0) throw new Error(`the floor could not be built: ${NEXT} build ${FLOOR}`)
  await writeFile(FLOOR_STAMP, inputs)
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
