import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { freePort } from '@/lib/platform/ports'
import { timed } from './median'
import { type Line, tell } from './report'
import { buildFloor, FLOOR, type Served, startNext, startSite } from './servers'
import { memoryOf } from './start/memory'

/** `npm run bench -- start [ROUNDS]`. */
const ROUNDS = Number(process.argv[3] ?? 5)
/** Milliseconds until it is ready, and megabytes that it then holds. */
const READY = 1000
const HELD = 150
/** Megabytes of an instance that has shown a page, the map, and found a town. */
const RUNNING = 250
const PAGE = '/fr'
/** Answers once the database does. */
const READYZ = '/readyz'

/** One start: milliseconds until it says that it is ready and until its first page is there; megabytes then and then, and at most. */
type Start = { ready: number; page: number; early: number; now: number; most: number; served: Served }

/** A built site with the demo in it from cold to its first page, beside the least of sites, both as Next starts them; and `npm start`. */
export async function bench(databaseUrl: string): Promise<Line[]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'cafetiere-start-'))
  await chmod(folder, 0o711)
  const reached = { DATABASE_URL: databaseUrl, DATA_DIR: path.join(folder, 'reached') }
  const own = { DATA_DIR: path.join(folder, 'own') }
  try {
    tell('building both, planting the demo')
    await buildFloor()
    for (const env of [reached, own]) await (await measure(() => startSite(env))).served.stop()
    return await rounds(databaseUrl, reached, own)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function rounds(
  databaseUrl: string,
  reached: Record<string, string>,
  own: Record<string, string>,
): Promise<Line[]> {
  const next = figures('next start')
  const npm = figures('npm start')
  const whole = figures('npm start, its PostgreSQL too')
  const running: Line = { ...line('npm start: after a search and the map', 'MB', RUNNING) }
  const search = line('npm start: first search for a town', 'ms')
  for (let round = 1; round <= ROUNDS; round++) {
    tell(`round ${round} of ${ROUNDS}`)
    const floor = await measure(async () => startNext(FLOOR, '/', await freePort()), '/')
    await floor.served.stop()
    const bare = await measure(async () =>
      startNext('.', READYZ, await freePort(), { DATABASE_URL: databaseUrl }),
    )
    await bare.served.stop()
    next.add(bare, floor)
    const started = await measure(() => startSite(reached))
    npm.add(started)
    search.ours.push(await timed(() => read(started.served, '/api/towns?q=cannes')))
    for (const more of ['/api/map/6/33/23', `${PAGE}?q=nice`, PAGE]) await read(started.served, more)
    running.ours.push((await memoryOf(started.served.pid)).now)
    await started.served.stop()
    const wholly = await measure(() => startSite(own))
    whole.add(wholly)
    await wholly.served.stop()
  }
  return [...next.lines, ...npm.lines, search, running, ...whole.lines]
}

/** Of a start of ours, and of the floor's in the same round where there is one. */
function figures(what: string) {
  const ready = line(`${what}: ready`, 'ms', READY)
  const page = line(`${what}: first page`, 'ms')
  const early = line(`${what}: held when ready`, 'MB', HELD)
  const now = line(`${what}: held with its first page`, 'MB', RUNNING)
  const most = line(`${what}: at most`, 'MB')
  return {
    lines: [ready, page, early, now, most],
    add(ours: Start, floor?: Start) {
      for (const [one, of] of [
        [ready, 'ready'],
        [page, 'page'],
        [early, 'early'],
        [now, 'now'],
        [most, 'most'],
      ] as const) {
        one.ours.push(ours[of])
        if (floor) one.floor = [...(one.floor ?? []), floor[of]]
      }
    },
  }
}

const line = (what: string, unit: string, atMost?: number): Line => ({
  ...{ what, unit, ours: [] },
  ...(atMost === undefined ? {} : { bar: { of: 'ours', atMost } }),
})

/** `start` resolves when it is ready: what Next serves by itself is so with its first answer. */
async function measure(start: () => Promise<Served>, page = PAGE): Promise<Start> {
  const begun = performance.now()
  const served = await start()
  const ready = performance.now() - begun
  const { now: early } = await memoryOf(served.pid)
  await read(served, page)
  return { ready, page: performance.now() - begun, early, ...(await memoryOf(served.pid)), served }
}

async function read({ url }: Served, page: string): Promise<void> {
  const answer = await fetch(url + page)
  await answer.text()
  if (!answer.ok) throw new Error(`${page} answered ${answer.status}`)
}
