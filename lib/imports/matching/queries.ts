import { z } from 'zod'
import type { Connection, Transaction } from '@/lib/db'
import { distance } from '@/lib/geo/distance'
import { doorsAround, numberOf } from '@/lib/imports/doors/rules'
import { ASTRAY, NEAR, type Place } from '@/lib/imports/doubles/rules'
import { storedFactsSchema } from '@/lib/imports/spaces/schema'
import { spaceKindSchema } from '@/lib/spaces/schema'
import type { Candidate } from './rules'

const METRES_PER_DEGREE = 111_195

const rowSchema = z.object({
  id: z.uuid(),
  ...{ kind: spaceKindSchema, name: z.string(), lat: z.number(), lng: z.number(), street: z.string() },
  ...{ postcode: z.string(), city: z.string(), approximate: z.boolean(), people: z.boolean() },
  sources: z.array(z.object({ source: z.string(), externalId: z.string(), facts: z.unknown() })),
})

/** Asks the database for rows: within a bare connection, as imports do, or within Prisma's own transaction. */
export type Ask = <Row>(text: string, values: unknown[]) => Promise<Row[]>

export const askOn =
  (connection: Connection): Ask =>
  async <Row>(text: string, values: unknown[]) =>
    (await connection.query(text, values)).rows as Row[]

export const askWithin =
  (tx: Transaction): Ask =>
  (text, values) =>
    tx.$queryRawUnsafe(text, ...values)

/** `wide` looks as far as `ASTRAY` for any name, `demo` among the demo's places too. */
type Looking = { wide?: boolean; demo?: boolean }

/**
 * Spaces near enough to any of these places to be one of them, and those of the same house number in the same town,
 * whose point may be off by as much as `ASTRAY`. Those of the demo are nobody's double, nor are places closed for good.
 */
export async function candidatesAround(
  ask: Ask,
  places: readonly Place[],
  { wide = false, demo = false }: Looking = {},
): Promise<Candidate[]> {
  if (places.length === 0) return []
  const ids = new Set([
    ...(await near(ask, places, wide ? ASTRAY : NEAR)),
    ...(await namedHere(ask, places)),
    ...(await atOneDoor(ask, places)),
  ])
  if (ids.size === 0) return []
  return z
    .array(rowSchema)
    .parse(await ask(CANDIDATES, [[...ids], demo]))
    .map(candidateOf)
}

const CANDIDATES = `
  SELECT s.id, s.kind, s.name, s.lat, s.lng, s.street, s.postcode, s.city, s.approximate,
    s.provenance ->> 'name' IN ('people', 'owner') IS TRUE AS people, coalesce(told.sources, '[]') AS sources
  FROM spaces s LEFT JOIN LATERAL (
    SELECT jsonb_agg(jsonb_build_object('source', source, 'externalId', external_id, 'facts', facts)) AS sources
    FROM space_sources WHERE space_id = s.id) AS told ON true
  WHERE s.id = ANY ($1::uuid[]) AND ($2::bool OR NOT s.demo) AND s.closed_on IS NULL`

/** Who is named by no source: few, in an index of their own. */
const NAMED_HERE = "coalesce(s.provenance ->> 'name', 'people') IN ('people', 'owner')"

async function near(ask: Ask, places: readonly Place[], metres: number): Promise<string[]> {
  const rows = await ask<{ id: string }>(
    'SELECT s.id FROM unnest($1::box[]) AS near JOIN spaces s ON point(s.lng, s.lat) <@ near',
    [boxesOf(places, metres)],
  )
  return rows.map(({ id }) => id)
}

/** Those that no source names, whose house number only JavaScript can read, within `ASTRAY`. */
async function namedHere(ask: Ask, places: readonly Place[]): Promise<string[]> {
  const some = await ask(`SELECT 1 AS some FROM spaces s WHERE ${NAMED_HERE} LIMIT 1`, [])
  const numbered = places.filter((place) => numberOf(place) !== '')
  if (some.length === 0 || numbered.length === 0) return []
  const rows = await ask<{ id: string }>(
    `SELECT s.id FROM unnest($1::box[]) AS far JOIN spaces s ON point(s.lng, s.lat) <@ far WHERE ${NAMED_HERE}`,
    [boxesOf(numbered, ASTRAY)],
  )
  return rows.map(({ id }) => id)
}

type Found = { id: string; lat: number; lng: number; door: number }

/** Of the same house number in the same town, within `ASTRAY`. */
async function atOneDoor(ask: Ask, places: readonly Place[]): Promise<string[]> {
  const cities = new Map<number, Place[]>()
  const postcodes = new Map<number, Place[]>()
  for (const place of places) {
    const { city, postcode } = doorsAround(place)
    for (const door of city) note(cities, door, place)
    for (const door of postcode) note(postcodes, door, place)
  }
  const found: string[] = []
  for (const [column, doors] of [
    ['door_city', cities],
    ['door_postcode', postcodes],
  ] as const) {
    if (doors.size === 0) continue
    const rows = await ask<Found>(
      `SELECT space_id AS id, (facts ->> 'lat')::float8 AS lat, (facts ->> 'lng')::float8 AS lng, ${column} AS door
      FROM space_sources WHERE ${column} = ANY ($1::int4[])`,
      [[...doors.keys()]],
    )
    for (const { id, lat, lng, door } of rows)
      if (doors.get(door)?.some(({ point }) => distance(point, { lat, lng }) <= ASTRAY)) found.push(id)
  }
  return found
}

function note(doors: Map<number, Place[]>, door: number, place: Place): void {
  const known = doors.get(door)
  if (known) known.push(place)
  else doors.set(door, [place])
}

function candidateOf({ sources, people, ...space }: z.infer<typeof rowSchema>): Candidate {
  const { id, lat, lng, ...rest } = space
  const own: Place = { ...rest, source: 'people', externalId: id, point: { lat, lng } }
  const told = sources.flatMap(({ source, externalId, facts }) => {
    const parsed = storedFactsSchema.safeParse(facts)
    if (!parsed.success) return []
    const { kind, name, street, postcode, city, approximate } = parsed.data
    const point = { lat: parsed.data.lat, lng: parsed.data.lng }
    return [{ source, externalId, kind, name, street, postcode, city, approximate, point }]
  })
  return { spaceId: id, places: people || told.length === 0 ? [own, ...told] : told }
}

/** Boxes around places as PostgreSQL writes an array of them: by two corners each, the longitude first. */
function boxesOf(places: readonly Place[], metres: number): string {
  const dy = metres / METRES_PER_DEGREE
  const boxes = places.map(({ point: { lat, lng } }) => {
    const dx = Math.min(180, dy / Math.max(0.01, Math.cos((lat * Math.PI) / 180)))
    return `(${lng - dx},${lat - dy}),(${lng + dx},${lat + dy})`
  })
  return `{${boxes.join(';')}}`
}
