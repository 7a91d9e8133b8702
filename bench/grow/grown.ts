import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import pg from 'pg'
import { plant } from '@/bench/map/data'
import { type Line, tell } from '@/bench/report'
import { startSite, untilInMemory } from '@/bench/servers'
import { applyMigrations } from '@/lib/platform/migrations'
import { generator, plantEvent, signInCrowd, type Visitor } from '@/lib/testing/crowd'

export type Spot = { lat: number; lng: number; name: string }

/** An instance of one size, and what is asked of it. */
export type Grown = {
  size: number
  url: string
  /** What it took to index, to read, to hold and to start. */
  standing: Line[]
  /** Places in towns. */
  spots: Spot[]
  events: { id: string; title: string }[]
  /** Outings to which nobody has come yet. */
  fresh: string[]
  people: Visitor[]
  /** Resolves once tiles come from memory. */
  inMemory(): Promise<void>
  stop(): Promise<void>
}

/** Places in a region, with which `plant` knows a hundred of them. */
const REGION = 10_000
const SPOTS = 200
const SEED = 20_261_130
const PEOPLE = 50

/** A built site on a database of its own, planted with so many places; `outings` more that nobody has come to. */
export async function grown(serverUrl: string, size: number, outings: number): Promise<Grown> {
  tell(`planting ${size} places and a fifth as many events`)
  const databaseUrl = await emptyDatabase(serverUrl, `grown_${size}`)
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    await plant(client, size, { regions: Math.ceil(size / REGION) })
    const people = await signInCrowd(client, PEOPLE)
    const fresh: string[] = []
    while (fresh.length < outings) fresh.push(await plantEvent(client, { capacity: PEOPLE }))
    const indexed = await secondsToIndex(client)
    const held = await memoryOf(databaseUrl, size)
    // As some minutes after an import: what was written in bulk, the crowds of rows of `held` too, is sorted into the indexes.
    await client.query('VACUUM ANALYZE')
    const [spots, events] = [await spotsOf(client), await eventsOf(client)]
    tell('starting a site on it')
    const began = performance.now()
    const site = await startSite({ DATABASE_URL: databaseUrl, WORKER: '0' })
    const ready = (performance.now() - began) / 1000
    const standing: Line[] = [
      { what: 'spatial index of places made', unit: 's', ours: [indexed] },
      ...held,
      { what: 'started until it answers', unit: 's', ours: [ready] },
    ]
    const inMemory = () => untilInMemory(site.url)
    return { size, url: site.url, standing, spots, events, fresh, people, inMemory, stop: () => site.stop() }
  } finally {
    await client.end()
  }
}

async function emptyDatabase(serverUrl: string, name: string): Promise<string> {
  const client = new pg.Client({ connectionString: serverUrl })
  await client.connect()
  await client.query(`CREATE DATABASE ${name}`)
  await client.end()
  const url = new URL(serverUrl)
  url.pathname = `/${name}`
  await applyMigrations(url.href)
  return url.href
}

/** Seconds to make the index that answers boxes. */
async function secondsToIndex(client: pg.Client): Promise<number> {
  const began = performance.now()
  await client.query('CREATE INDEX measured ON spaces USING gist (point(lng, lat))')
  const seconds = (performance.now() - began) / 1000
  await client.query('DROP INDEX measured')
  return seconds
}

/** What a process that has nothing else in memory says of the map. */
async function memoryOf(databaseUrl: string, size: number): Promise<Line[]> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'bench/grow/held.ts', String(size)], {
    env: { ...process.env, DATABASE_URL: databaseUrl },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [said, [code]] = await Promise.all([text(child.stdout), once(child, 'close')])
  if (code !== 0) throw new Error(`the map of ${size} places could not be read`)
  return JSON.parse(said)
}

/** The same draw from towns of any size: a town is drawn as often as it has places. */
export const spotsOf = (client: pg.Client): Promise<Spot[]> =>
  drawn(client, `SELECT name, lat, lng, id FROM spaces WHERE city <> ''`)

export const eventsOf = (client: pg.Client): Promise<{ id: string; title: string }[]> =>
  drawn(client, `SELECT id, title FROM events WHERE ends_at > now() AND space_id IS NOT NULL`)

async function drawn<Row>(client: pg.Client, from: string): Promise<Row[]> {
  const {
    rows: [found],
  } = await client.query<{ count: number }>(`SELECT count(*)::int AS count FROM (${from}) AS things`)
  const random = generator(SEED)
  const places = Array.from({ length: SPOTS }, () => 1 + random(found?.count ?? 1))
  const { rows } = await client.query(
    `SELECT drawable.* FROM unnest($1::int[]) WITH ORDINALITY AS asked (place, turn)
     JOIN (SELECT *, row_number() OVER (ORDER BY id) AS place FROM (${from}) AS things) AS drawable USING (place) ORDER BY turn`,
    [places],
  )
  return rows
}
