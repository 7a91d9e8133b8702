import { access, mkdir, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { now } from '@/lib/clock'
import type { Env } from '@/lib/env'
import { isEmptyDatabase } from '@/lib/platform/database'
import type { Steps } from '@/lib/platform/steps'

/** Fills an empty database with invented people and places around `now` (prisma/seed.ts). */
export type Seed = (now: Date) => Promise<boolean>

/** Its presence means that somebody asked for an instance without invented people and places. */
const emptyMark = (dataDir: string) => path.join(dataDir, 'no-demo')

/** Remembers whether the next empty database gets the demo. */
export async function wantDemo(dataDir: string, wanted: boolean): Promise<void> {
  await mkdir(dataDir, { recursive: true })
  if (wanted) await rm(emptyMark(dataDir), { force: true })
  else await writeFile(emptyMark(dataDir), 'Made by `npm run reset -- --empty`: no demo is planted here.\n')
}

/** Plants the demo in a database that is empty still, on an instance that the public does not reach. */
export async function plantDemo(env: Env, databaseUrl: string, seed: Seed, { step }: Steps): Promise<void> {
  if (env.isPublic || (await exists(emptyMark(env.dataDir))) || !(await isEmptyDatabase(databaseUrl))) return
  await step('Planting the demo: people, places and outings', () => seed(now()))
}

function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  )
}
