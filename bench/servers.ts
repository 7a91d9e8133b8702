import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { inputsHash } from '@/lib/platform/build'
import { type Instance, startInstance } from '@/lib/platform/instance'
import { freePort } from '@/lib/platform/ports'

const NEXT = 'node_modules/next/dist/bin/next'
export const FLOOR = 'bench/floor'
const FLOOR_INPUTS = ['app', 'next.config.ts', 'tsconfig.json']
  .map((name) => `${FLOOR}/${name}`)
  .concat('package-lock.json')
/** In what Next builds, so that a build without one is never taken for ours. */
const FLOOR_STAMP = `${FLOOR}/.next/inputs`

/** `pid` is the process that answers. */
export type Served = { url: string; pid: number; stop(): Promise<void> }

/** The least of sites (bench/floor), built and served as Next does it by itself. */
export async function startFloor(env: Record<string, string> = {}): Promise<Served> {
  await buildFloor(env)
  return startNext(FLOOR, '/', await freePort(), env)
}

/** What is built in `folder`, served as Next does it by itself. Resolves when it answers for `page`. */
export async function startNext(
  folder: string,
  page: string,
  port: number,
  env: Record<string, string> = {},
): Promise<Served> {
  const child = spawn(process.execPath, [NEXT, 'start', folder, '-p', String(port)], {
    stdio: 'ignore',
    env: settings(env),
  })
  const url = `http://localhost:${port}`
  await answers(url + page)
  return {
    url,
    pid: child.pid ?? 0,
    async stop() {
      child.kill('SIGTERM')
      await once(child, 'close')
    },
  }
}

const settings = (env: Record<string, string>): NodeJS.ProcessEnv => ({
  ...process.env,
  ...env,
  NEXT_TELEMETRY_DISABLED: '1',
  NODE_ENV: 'production',
})

/** Unless it was built from these very files. */
export async function buildFloor(env: Record<string, string> = {}): Promise<void> {
  const inputs = await inputsHash(path.resolve('.'), FLOOR_INPUTS)
  const built = await readFile(FLOOR_STAMP, 'utf8').catch(() => null)
  if (built === inputs) return
  const build = spawn(process.execPath, [NEXT, 'build', FLOOR], {
    stdio: 'ignore',
    env: settings(env),
  })
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

/** Waits until a site answers tiles from memory. */
export async function untilInMemory(url: string): Promise<void> {
  for (;;) {
    const answer = await fetch(`${url}/api/map/2/2/1`)
    if (answer.headers.get('server-timing')?.includes('memory')) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
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
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}
