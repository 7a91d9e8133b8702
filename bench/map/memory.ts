import { setTimeout as pause } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import pg from 'pg'
import type { Line } from '@/bench/report'
import { keepMap } from '@/lib/map/memory/keeper'
import { mapMemory } from '@/lib/map/memory/queries'

/** Milliseconds of processor that one turn of the event loop may take: whoever asks meanwhile waits for it. */
const STRETCH = 50
/** Bytes that a place may cost, its share of events, people and wishes included. Of few, the program itself weighs more. */
const BYTES = 120
const FEW = 200_000
/** Rows that one statement writes, each of which is read by itself. */
const CROWD = 50_000

/**
 * What it takes to read the map into this process' memory, and to change one place. Processor time tells how long the
 * event loop is held whatever else the machine does.
 */
export async function memoryLines(databaseUrl: string, places: number): Promise<Line[]> {
  const before = bytesHeld()
  const watch = watchTurns()
  const stopping = new AbortController()
  const began = performance.now()
  const keeping = keepMap({ signal: stopping.signal })
  while (!mapMemory()) await pause(20)
  const wall = performance.now() - began
  const { worst, total } = watch.stop()
  const held = bytesHeld() - before
  const shows: number[] = []
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  for (let round = 0; round < 5; round++) shows.push(await timeToShow(client, `Seen ${round}`, 1))
  const crowd = Math.min(CROWD, places / 10)
  const [came, went] = [await timeToShow(client, 'Crowd', crowd), await timeToShow(client, 'Crowd', -crowd)]
  await client.end()
  stopping.abort()
  await keeping
  return [
    { what: 'read into memory', unit: 's', ours: [wall / 1000] },
    { what: 'processor for it', unit: 's', ours: [total / 1000] },
    {
      what: 'longest hold of the event loop',
      unit: 'ms',
      ours: [worst],
      bar: { of: 'ours', atMost: STRETCH },
    },
    {
      ...{ what: 'memory a place', unit: 'bytes', ours: [held / places] },
      ...(places < FEW ? {} : { bar: { of: 'ours', atMost: BYTES } }),
    },
    { what: 'a write shows after', unit: 'ms', ours: shows, bar: { of: 'ours', atMost: 1000 } },
    ...Object.entries({ 'new rows': came, 'rows less': went }).map(
      ([what, took]): Line => ({
        ...{ what: `${crowd} ${what} of one statement show after`, unit: 'ms', ours: [took] },
        bar: { of: 'ours', atMost: 2000 },
      }),
    ),
  ]
}

/** Milliseconds from the commit of new places to their presence in memory, or of fewer places to their absence. */
async function timeToShow(client: pg.Client, name: string, more: number): Promise<number> {
  const count = mapMemory()?.spaces.count ?? 0
  if (more > 0)
    await client.query(
      `INSERT INTO spaces (id, kind, name, lat, lng, time_zone, updated_at)
       SELECT uuid_v7(), 'cafe', $1, 45 + i % 300 / 1e3, 5 + i / 300 / 1e3, 'Europe/Paris', now()
       FROM generate_series(1, $2::int) AS i`,
      [name, more],
    )
  else await client.query('DELETE FROM spaces WHERE name = $1', [name])
  const committed = performance.now()
  while (mapMemory()?.spaces.count !== count + more) await pause(1)
  return performance.now() - committed
}

/** Bytes of objects and of buffers in use, after a collection. */
function bytesHeld(): number {
  setFlagsFromString('--expose-gc')
  const collect: () => void = runInNewContext('gc')
  collect()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return heapUsed + arrayBuffers
}

function watchTurns() {
  const processor = () => {
    const { user, system } = process.threadCpuUsage()
    return (user + system) / 1000
  }
  const began = processor()
  let last = began
  let worst = 0
  let watching = true
  const turn = () => {
    const at = processor()
    worst = Math.max(worst, at - last)
    last = at
    if (watching) setTimeout(turn, 1)
  }
  turn()
  return {
    stop() {
      watching = false
      return { worst, total: processor() - began }
    },
  }
}
