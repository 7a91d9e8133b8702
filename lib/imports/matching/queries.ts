import { z } from 'zod'
import type { Transaction } from '@/lib/db'
import type { LatLng } from '@/lib/geo/types'
import { readAddress } from '@/lib/imports/addresses/rules'
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

/** `wide`: all within `ASTRAY`, for a point that may be off by that. `demo`: those of the demo as well. */
type Looking = { wide?: boolean; demo?: boolean }

/**
 * Spaces near enough to any of these places to be one of them, and those of the same house number in the same town,
 * whose point may be off by as much as `ASTRAY`. Those of the demo are nobody's double, nor are places closed for good.
 */
export async function candidatesAround(
  tx: Transaction,
  places: readonly Place[],
  { wide = false, demo = false }: Looking = {},
): Promise<Candidate[]> {
  if (places.length === 0) return []
  const asked = places.map(({ point, street, postcode, city }) => {
    const { number } = readAddress(street, city)
    const { lat, lng } = point
    return { lat, lng, number, postcode, city, ...box(point, wide ? ASTRAY : NEAR), far: box(point, ASTRAY) }
  })
  const asJson = JSON.stringify(asked.map(({ far, ...near }) => ({ ...near, fy: far.dy, fx: far.dx })))
  const rows: unknown[] = await tx.$queryRaw`
    WITH asked AS (
      SELECT * FROM json_to_recordset(${asJson}::json)
        AS r(lat float8, lng float8, dy float8, dx float8, fy float8, fx float8, number text, postcode text, city text)
    ), found AS (
      SELECT s.id FROM asked r JOIN spaces s
        ON point(s.lng, s.lat) <@ box(point(r.lng - r.dx, r.lat - r.dy), point(r.lng + r.dx, r.lat + r.dy))
      UNION
      SELECT s.id FROM asked r JOIN spaces s
        ON point(s.lng, s.lat) <@ box(point(r.lng - r.fx, r.lat - r.fy), point(r.lng + r.fx, r.lat + r.fy))
        AND r.number <> '' AND strpos(s.street, r.number) > 0
        AND (s.postcode = r.postcode OR lower(s.city) = lower(r.city))
    )
    SELECT s.id, s.kind, s.name, s.lat, s.lng, s.street, s.postcode, s.city, s.approximate,
      jsonb_path_exists(s.provenance, '$.name ? (@ == "people" || @ == "owner")')
        OR NOT EXISTS (SELECT FROM space_sources WHERE space_id = s.id) AS people,
      (SELECT coalesce(jsonb_agg(jsonb_build_object(
          'source', source, 'externalId', external_id, 'facts', facts)), '[]')
        FROM space_sources WHERE space_id = s.id) AS sources
    FROM spaces s JOIN found USING (id) WHERE (${demo} OR NOT s.demo) AND s.closed_on IS NULL`
  return z.array(rowSchema).parse(rows).map(candidateOf)
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

/** Half the edges of a box around a point, in degrees. */
function box({ lat }: LatLng, metres: number): { dy: number; dx: number } {
  const dy = metres / METRES_PER_DEGREE
  return { dy, dx: Math.min(180, dy / Math.max(0.01, Math.cos((lat * Math.PI) / 180))) }
}
