import { pipeline } from 'node:stream/promises'
import { setImmediate as breath } from 'node:timers/promises'
import type pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { EVENT_KINDS } from '@/lib/events/kinds/terms'
import type { Row } from '@/lib/map/columns/schema'
import { COST, FACTS } from '@/lib/map/filters/queries'
import {
  type Change,
  changesSchema,
  EVENT_FACTS,
  eventBit,
  type MapMemory,
  PLACE_FACTS,
  SPACE_FACTS,
  spaceBit,
  UNKNOWN_COST,
} from '@/lib/map/memory/schema'
import { CHECKED_AT } from '@/lib/spaces/freshness/queries'
import { SPACE_KINDS } from '@/lib/spaces/terms'
import { BinaryRows } from './rules'

/** Rows between two breaths of the event loop. */
const STRIDE = 4000

/** Sends every row of a query to `each`, as it arrives, and lets requests be answered meanwhile. */
async function stream(client: pg.Client, query: string, each: (row: BinaryRows) => void): Promise<void> {
  const rows = new BinaryRows()
  let read = 0
  const count = (row: BinaryRows) => {
    read++
    each(row)
  }
  await pipeline(client.query(copyTo(`COPY (${query}) TO STDOUT (FORMAT binary)`)), async (chunks) => {
    for await (const chunk of chunks as AsyncIterable<Buffer>) {
      rows.push(chunk, count)
      if (read < STRIDE) continue
      read = 0
      await breath()
    }
  })
}

const kindBits = (column: string, kinds: readonly string[]) =>
  `CASE ${column} ${kinds.map((kind, bit) => `WHEN '${kind}' THEN ${1 << bit}`).join(' ')} ELSE 0 END`
const factBit = (condition: string, bit: number) => `CASE WHEN ${condition} THEN ${bit} ELSE 0 END`

const spaceFacts = [
  kindBits('spaces.kind', SPACE_KINDS),
  ...SPACE_FACTS.map((fact) => factBit(FACTS[fact].sql, spaceBit(fact))),
].join(' | ')

const eventFacts = [
  kindBits('events.kind', EVENT_KINDS),
  ...PLACE_FACTS.map((fact) => factBit(FACTS[fact].sql, eventBit(fact))),
  ...EVENT_FACTS.filter((fact) => fact === 'free' || fact === 'gentle').map((fact) =>
    factBit(fact === 'free' ? 'events.price IS NULL' : 'events.gentle', eventBit(fact)),
  ),
].join(' | ')

const milliseconds = (column: string) => `(extract(epoch FROM ${column}) * 1000)::float8`
const idsOf = (ids: string[] | null, column: string) =>
  ids ? `${column} = ANY('{${ids.join()}}'::uuid[])` : 'true'

/** Spaces that a map may show: all, or those of these ids. A row is good until the next one. */
export async function readSpaces(
  client: pg.Client,
  { opening }: Pick<MapMemory, 'opening'>,
  ids: string[] | null,
  each: (row: Row) => void,
): Promise<void> {
  // Most share the hours of another: what was read once is known by its bytes. Null where the sun, and so the place, counts.
  const groups = new Map<string, number | null>()
  const groupOf = (row: BinaryRows, lat: number, lng: number): number => {
    if (row.isNull(5)) return 0
    const bytes = row.together(5, 7)
    const known = groups.get(bytes)
    if (known !== undefined && known !== null) return known
    const hours = row.text(5)
    const group = opening.groupOf(hours, row.text(6), { lat, lng, country: row.text(7) })
    if (known === undefined) groups.set(bytes, opening.followsSun(group) ? null : group)
    return group
  }
  const query = `SELECT id, lat, lng, (${spaceFacts})::int4,
      coalesce(least(${COST.sql}, ${UNKNOWN_COST}), ${UNKNOWN_COST})::int4,
      opening_hours, time_zone, country, name, floor(extract(epoch FROM ${CHECKED_AT.sql}) / 86400)::int4
    FROM spaces WHERE closed_on IS NULL AND ${idsOf(ids, 'id')}`
  const space = emptyRow()
  await stream(client, query, (row) => {
    position(row, space)
    row.title(8, space.title)
    space.whole[0] = row.whole(4)
    space.whole[1] = groupOf(row, space.lat, space.lng)
    space.whole[2] = row.whole(9)
    each(space)
  })
}

/** The same for events: published, with a place, and not over. */
export async function readEvents(
  client: pg.Client,
  { zones, series }: Pick<MapMemory, 'zones' | 'series'>,
  ids: string[] | null,
  each: (row: Row) => void,
): Promise<void> {
  const query = `SELECT events.id, events.lat, events.lng, (${eventFacts})::int4, events.title,
      ${milliseconds('starts_at')}, ${milliseconds('ends_at')}, events.time_zone, events.series_id::text
    FROM events LEFT JOIN spaces ON spaces.id = events.space_id
    WHERE events.status = 'published' AND NOT events.unlisted AND events.lat IS NOT NULL
      AND events.ends_at > now() AND ${idsOf(ids, 'events.id')}`
  const event = emptyRow()
  await stream(client, query, (row) => {
    position(row, event)
    row.title(4, event.title)
    event.whole[0] = series.numberOf(row.text(8))
    event.whole[1] = zones.numberOf(row.text(7))
    event.wide[0] = row.double(5)
    event.wide[1] = row.double(6)
    each(event)
  })
}

/** One for all rows of a stream: a million of them would be work for the garbage collector alone. */
const emptyRow = (): Row => ({
  ...{ id: [0, 0, 0, 0], lat: 0, lng: 0, facts: 0, whole: [], wide: [] },
  title: { bytes: new Uint8Array(), from: 0, to: 0 },
})

function position(from: BinaryRows, row: Row): void {
  from.id(0, row.id)
  row.lat = from.double(1)
  row.lng = from.double(2)
  row.facts = from.whole(3)
}

/** A row that stays as it is when the next one is read. */
export function keptRow({ id, title: { bytes, from, to }, whole, wide, ...row }: Row): Row {
  return {
    ...row,
    ...{ id: [...id], whole: [...whole], wide: [...wide] },
    title: { bytes: bytes.slice(from, to), from: 0, to: to - from },
  }
}

/** Which cells: all, or those with these middles (degrees). */
type Middles = { lat: number; lng: number }[] | null
function cellsOf(middles: Middles): string {
  if (!middles) return 'true'
  const each = middles.map(({ lat, lng }) => {
    const middle = `point(${lng}, ${lat})`
    // The box is what the spatial index knows.
    return `(point(cell_lng, cell_lat) <@ box(${middle}, ${middle}) AND cell_lat = ${lat} AND cell_lng = ${lng})`
  })
  return each.length > 0 ? `(${each.join(' OR ')})` : 'false'
}

export async function readPeople(
  client: pg.Client,
  middles: Middles,
  each: (people: { lat: number; lng: number; count: number; area: string }) => void,
): Promise<void> {
  const query = `SELECT cell_lat, cell_lng, count(*)::int4, min(area) FROM freelancers
    WHERE visibility = 'members' AND cell_lat IS NOT NULL AND ${cellsOf(middles)} GROUP BY cell_lat, cell_lng`
  await stream(client, query, (row) =>
    each({ lat: row.double(0), lng: row.double(1), count: row.whole(2), area: row.text(3) }),
  )
}

export async function readWishes(
  client: pg.Client,
  middles: Middles,
  each: (wish: { lat: number; lng: number; wishedAt: number }) => void,
): Promise<void> {
  const query = `SELECT cell_lat, cell_lng, ${milliseconds('wished_at')} FROM wishes WHERE ${cellsOf(middles)}`
  await stream(client, query, (row) =>
    each({ lat: row.double(0), lng: row.double(1), wishedAt: row.double(2) }),
  )
}

/** Half-days still to end in which somebody works at a space: all, or those at spaces of these ids. */
export async function readWorking(
  client: pg.Client,
  ids: string[] | null,
  each: (spaceId: string, end: number) => void,
): Promise<void> {
  const query = `SELECT space_id::text, ${milliseconds('ends_at')} FROM presences
    WHERE ends_at > now() AND ${idsOf(ids, 'space_id')}`
  await stream(client, query, (row) => each(row.text(0), row.double(1)))
}

/** How many rows there will be, for room: at most as many, and more is no harm. */
export async function countRows(client: pg.Client): Promise<{ spaces: number; events: number }> {
  const { rows } = await client.query<{ spaces: number; events: number }>(
    `SELECT (SELECT count(*)::int FROM spaces) AS spaces,
      (SELECT count(*)::int FROM events WHERE ends_at > now()) AS events`,
  )
  return rows[0] ?? { spaces: 0, events: 0 }
}

/** What a transaction sees, in PostgreSQL's own words. */
export async function snapshotOf(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ snapshot: string }>('SELECT pg_current_snapshot()::text AS snapshot')
  return rows[0]?.snapshot ?? ''
}

/** Which database, and since when its server runs. */
export async function serverOf(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ server: string }>(
    `SELECT current_database() || ' ' || pg_postmaster_start_time() AS server`,
  )
  return rows[0]?.server ?? ''
}

/** Entries of the log that are read one by one, and ids that they name; past so many, all is read anew. */
const MOST = 2000
const MOST_IDS = 100_000
/** Milliseconds. A connection that is silent for longer is a broken one. */
const PATIENCE = 10_000

/**
 * What was written since `snapshot`: whatever it did not see and is seen now, in whichever order transactions began.
 * Null when that is more than is worth reading piece by piece.
 */
export async function changesSince(
  client: pg.Client,
  snapshot: string,
): Promise<{ snapshot: string; changes: Change[] | null }> {
  const config = {
    text: `WITH unseen AS (SELECT layer, ids, lat, lng FROM map_changes
        WHERE xid >= pg_snapshot_xmin($1::pg_snapshot) AND NOT pg_visible_in_snapshot(xid, $1::pg_snapshot)
          AND pg_visible_in_snapshot(xid, pg_current_snapshot())
        LIMIT ${MOST + 1}),
      size AS (SELECT count(*) > ${MOST} OR sum(cardinality(ids)) > ${MOST_IDS} AS much FROM unseen)
      SELECT pg_current_snapshot()::text AS snapshot, CASE WHEN (SELECT much FROM size) THEN NULL ELSE coalesce((
        SELECT json_agg(json_build_object('layer', layer, 'ids', ids, 'lat', lat, 'lng', lng)) FROM unseen
      ), '[]') END AS changes`,
    values: [snapshot],
    query_timeout: PATIENCE,
  }
  const { rows } = await client.query<{ snapshot: string; changes: unknown[] | null }>(config)
  const row = rows[0]
  if (!row) throw new Error('the log of changes answered nothing')
  return {
    snapshot: row.snapshot,
    changes: row.changes && changesSchema.parse(row.changes),
  }
}

/** Forgets what a snapshot saw: every instance has read it since. */
export async function forgetChanges(client: pg.Client, snapshot: string): Promise<void> {
  await client.query(
    `DELETE FROM map_changes WHERE xid < pg_snapshot_xmax($1::pg_snapshot) AND pg_visible_in_snapshot(xid, $1::pg_snapshot)`,
    [snapshot],
  )
}
