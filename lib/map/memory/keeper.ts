import { EventEmitter, once } from 'node:events'
import { setImmediate as breath, setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { now } from '@/lib/clock'
import { env } from '@/lib/env'
import { log } from '@/lib/log'
import { Cells } from '@/lib/map/cells/rules'
import { Columns } from '@/lib/map/columns/rules'
import type { Row } from '@/lib/map/columns/schema'
import {
  changesSince,
  countRows,
  forgetChanges,
  keptRow,
  readEvents,
  readPeople,
  readSpaces,
  readWishes,
  readWorking,
  serverOf,
  snapshotOf,
} from '@/lib/map/loading/queries'
import { idOf } from '@/lib/map/loading/rules'
import { Names } from '@/lib/map/names/rules'
import { Opening } from '@/lib/map/opening/rules'
import { NO_FILTERS } from '@/lib/map/rules'
import { keepInReach } from './queries'
import { type Change, EVENT_SHAPE, type MapMemory, SPACE_SHAPE } from './schema'

const SECOND = 1000
const MINUTE = 60 * SECOND
/** A notification is only a nudge: without one, the log is looked at all the same. */
const LOOK_EVERY = SECOND
const RECONNECT_AFTER = SECOND / 2
/** Where the log was not read for so long, what was forgotten of it is not known: all is read anew. */
const TRUSTED_FOR = 30 * MINUTE
/** An entry of the log is forgotten once every instance had so long to read it. */
const FORGET_AFTER = 60 * MINUTE
const FORGET_EVERY = 10 * MINUTE
/** Milliseconds between two rules that nobody asked for yet. */
const REST = 10
/** What is over, and the holes of what was written again, go when all is read anew. */
const RENEW_AFTER = 24 * 60 * MINUTE

/** What is known, and up to where the log was read (milliseconds since 1970). */
type Kept = { memory: MapMemory; snapshot: string; builtAt: number; readAt: number }

/**
 * Reads what the map shows into memory and keeps it in step with the database until the signal. Never rejects: while
 * the database is away the map stays as it was, and catches up after.
 */
export async function keepMap({ signal }: { signal: AbortSignal }): Promise<void> {
  const keeper = new Keeper(signal)
  while (!signal.aborted) {
    try {
      await keeper.run()
    } catch (err) {
      if (signal.aborted) break
      log.warn({ err }, 'the map in memory lost the database and will try again')
      await pause(RECONNECT_AFTER, undefined, { signal }).catch(() => {})
    }
  }
  keepInReach(null)
}

class Keeper {
  readonly #signal: AbortSignal
  #kept: Kept | null = null
  readonly #opening = new Opening()
  #server = ''
  /** Has it failed since it last was in step? Then what it knows may be what it fails at. */
  #failing = false
  /** What the log showed at some moments, the oldest first. */
  #seen: { snapshot: string; at: number }[] = []

  constructor(signal: AbortSignal) {
    this.#signal = signal
  }

  /** Keeps step over one connection until it breaks or the signal comes. */
  async run(): Promise<void> {
    const client = new pg.Client({
      connectionString: env().databaseUrl,
      application_name: 'cafetiere map',
      keepAlive: true,
    })
    const { promise: broken, reject } = Promise.withResolvers<never>()
    broken.catch(() => {})
    client.on('error', reject)
    client.on('end', () => reject(new Error('the connection of the map ended')))
    const ended = new AbortController()
    const stop = () => ended.abort()
    this.#signal.addEventListener('abort', stop, { once: true })
    await client.connect()
    const following = this.#follow(client, ended.signal)
    try {
      await Promise.race([following, broken])
    } finally {
      stop()
      this.#signal.removeEventListener('abort', stop)
      await client.end().catch(() => {})
      // What was being written is written before another connection begins.
      await following.catch(() => {})
    }
  }

  async #follow(client: pg.Client, ended: AbortSignal): Promise<void> {
    const nudges = new EventEmitter()
    let nudged = false
    client.on('notification', () => {
      nudged = true
      nudges.emit('nudge')
    })
    await client.query('LISTEN map_changes')
    // A server that was started again may be another one, with a history of its own.
    const server = await serverOf(client)
    if (server !== this.#server) this.#kept = null
    this.#server = server
    while (!ended.aborted) {
      nudged = false
      await this.#step(client)
      if (nudged) continue
      const signal = AbortSignal.any([ended, AbortSignal.timeout(LOOK_EVERY)])
      await once(nudges, 'nudge', { signal }).catch(() => {})
    }
  }

  /** Catches up. What fails twice is not tried a third time: then all is read anew. */
  async #step(client: pg.Client): Promise<void> {
    try {
      await this.#catchUp(client)
      this.#failing = false
    } catch (err) {
      if (this.#failing) this.#kept = null
      this.#failing = true
      throw err
    }
  }

  async #catchUp(client: pg.Client): Promise<void> {
    const at = now().getTime()
    const kept = this.#kept
    if (!kept || at - kept.readAt > TRUSTED_FOR || at - kept.builtAt > RENEW_AFTER) return this.#build(client)
    const { snapshot, changes } = await changesSince(client, kept.snapshot)
    if (changes === null || changes.some((change) => !change.ids && change.lat === null)) {
      return this.#build(client)
    }
    if (changes.length > 0) await apply(client, kept.memory, changes)
    this.#kept = { ...kept, snapshot, readAt: at }
    await this.#forget(client, snapshot, at)
  }

  async #build(client: pg.Client): Promise<void> {
    const began = now().getTime()
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
    const snapshot = await snapshotOf(client)
    const memory = await readAll(client, this.#opening)
    await client.query('COMMIT')
    const at = now().getTime()
    this.#kept = { memory, snapshot, builtAt: at, readAt: at }
    keepInReach(memory)
    const { spaces, events } = memory
    log.info({ spaces: spaces.count, events: events.count, milliseconds: at - began }, 'the map is in memory')
    this.#readHours(memory).catch((err) => {
      if (!this.#signal.aborted) log.warn({ err }, 'hours could not be read ahead')
    })
  }

  /** Reads the hours of today and tomorrow before anybody asks which places are open; no sooner than it has time to. */
  async #readHours({ opening }: MapMemory): Promise<void> {
    for (const at of [now(), new Date(now().getTime() + RENEW_AFTER)]) {
      const question = opening.ask({ ...NO_FILTERS, open: true }, at)
      for (let group = 0; group < opening.groups; group++) {
        if (question?.isOpen(group) !== undefined) continue
        await pause(REST, undefined, { signal: this.#signal })
        await question?.read([group], () => breath())
      }
    }
  }

  /** Forgets what this instance saw long enough ago. Every instance does: it is the same for all. */
  async #forget(client: pg.Client, snapshot: string, at: number): Promise<void> {
    const latest = this.#seen.at(-1)
    if (latest && at - latest.at < FORGET_EVERY) return
    this.#seen.push({ snapshot, at })
    const old = this.#seen.findLast((seen) => at - seen.at > FORGET_AFTER)
    if (!old) return
    this.#seen = this.#seen.slice(this.#seen.indexOf(old) + 1)
    await forgetChanges(client, old.snapshot)
  }
}

/** All that a map shows, in one transaction that sees it at one moment. */
async function readAll(client: pg.Client, opening: Opening): Promise<MapMemory> {
  const room = await countRows(client)
  const names = { zones: new Names(), series: new Names() }
  const spaces = new Columns(SPACE_SHAPE, room.spaces)
  const events = new Columns(EVENT_SHAPE, room.events)
  await readSpaces(client, { opening }, null, (row) => spaces.put(row))
  await readEvents(client, names, null, (row) => events.put(row))
  const memory: MapMemory = {
    ...{ spaces, events, opening, ...names },
    ...{ people: new Cells(), wishes: new Cells(), working: new Map() },
  }
  await readCells(client, memory, { people: null, wishes: null })
  await readWorking(client, null, (id, end) => addTo(memory.working, id, end))
  return {
    ...memory,
    spaces: await spaces.resorted(breath, SPENT),
    events: await events.resorted(breath, SPENT),
  }
}

/** What was read is nobody's but ours until it is sorted. */
const SPENT = { spent: true }

type Middles = { lat: number; lng: number }[] | null

async function readCells(
  client: pg.Client,
  { people, wishes }: MapMemory,
  asked: { people: Middles; wishes: Middles },
): Promise<void> {
  const found: { lat: number; lng: number; count: number; area: string }[] = []
  await readPeople(client, asked.people, (cell) => found.push(cell))
  const wished = new Map<string, { lat: number; lng: number; wishedAt: number[] }>()
  await readWishes(client, asked.wishes, ({ lat, lng, wishedAt }) => {
    const cell = wished.get(`${lat} ${lng}`) ?? { lat, lng, wishedAt: [] }
    cell.wishedAt.push(wishedAt)
    wished.set(`${lat} ${lng}`, cell)
  })
  for (const { lat, lng } of asked.people ?? []) people.put(lat, lng, null)
  for (const cell of found) people.put(cell.lat, cell.lng, cell)
  for (const { lat, lng } of asked.wishes ?? []) wishes.put(lat, lng, null)
  for (const cell of wished.values()) wishes.put(cell.lat, cell.lng, cell)
}

function addTo(working: Map<string, number[]>, id: string, end: number): void {
  const known = working.get(id)
  if (known) known.push(end)
  else working.set(id, [end])
}

/** Reads what the log names, and puts it in the place of what was known: at once, so that no tile is half of each. */
async function apply(client: pg.Client, memory: MapMemory, changes: Change[]): Promise<void> {
  const idsOf = (layer: Change['layer']) => [
    ...new Set(changes.flatMap((change) => (change.layer === layer ? (change.ids ?? []) : []))),
  ]
  const cells = (layer: Change['layer']): { lat: number; lng: number }[] =>
    changes.flatMap(({ layer: own, lat, lng }) =>
      own === layer && lat !== null && lng !== null ? [{ lat, lng }] : [],
    )
  for (const [layer, read] of [
    ['spaces', readSpaces],
    ['events', readEvents],
  ] as const) {
    const ids = idsOf(layer)
    for (let from = 0; from < ids.length; from += BATCH) {
      const some = ids.slice(from, from + BATCH)
      const rows: Row[] = []
      await read(client, memory, some, (row) => rows.push(keptRow(row)))
      if (memory[layer].isFull(some.length)) memory[layer] = await memory[layer].resorted(breath)
      replace(memory[layer], some, rows)
    }
  }
  const asked = { people: cells('people'), wishes: cells('wishes') }
  if (asked.people.length + asked.wishes.length > 0) await readCells(client, memory, asked)
  const working = idsOf('working')
  if (working.length === 0) return
  const ends = new Map<string, number[]>()
  await readWorking(client, working, (id, end) => addTo(ends, id, end))
  for (const id of working) {
    const known = ends.get(id)
    if (known) memory.working.set(id, known)
    else memory.working.delete(id)
  }
}

/** Ids that are read and replaced together. Fewer than a tail has room for. */
const BATCH = 2000

function replace(columns: Columns, ids: string[], rows: Row[]): void {
  const there = new Set(rows.map(({ id }) => id.join()))
  for (const id of ids.map(idOf)) if (!there.has(id.join())) columns.remove(id)
  for (const row of rows) columns.put(row)
}
