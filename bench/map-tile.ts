import pg from 'pg'
import { now } from '@/lib/clock'
import { db, type Transaction } from '@/lib/db'
import { tileAt, tileBBox } from '@/lib/geo/tiles'
import { filtersSchema } from '@/lib/map/schema'
import { mapTile } from '@/lib/map/tiles/queries'
import { median, timed } from './median'

const SPACES = 100_000
const CALLS = 21
const NICE = { lat: 43.7, lng: 7.266 }

/**
 * What one tile costs on a hundred thousand spaces, by zoom, beside the least that any answer must do: one bounding
 * box read through `pg` alone. Half of the spaces are spread over France, half stand around fifty towns.
 */
export async function bench(databaseUrl: string) {
  await scatter()
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  const rows = []
  for (const z of [6, 9, 12, 14]) rows.push(await zoom(z, client))
  await client.end()
  return rows
}

async function zoom(z: number, client: pg.Client) {
  const tile = tileAt(NICE, z)
  const { west, south, east, north } = tileBBox(tile)
  const box = [west, south, east, north]
  const filters = filtersSchema.parse({})
  const [ours, bare]: [number[], number[]] = [[], []]
  let inside = 0
  for (let call = 0; call < CALLS; call++) {
    ours.push(await timed(() => mapTile(tile, filters, now())))
    bare.push(
      await timed(async () => {
        const answer = await client.query(
          'SELECT id, kind, lat, lng, name FROM spaces WHERE point(lng, lat) <@ box(point($1, $2), point($3, $4))',
          box,
        )
        inside = answer.rows.length
      }),
    )
  }
  const milliseconds = (figures: number[]) => Number(median(figures).toFixed(1))
  return {
    zoom: z,
    'spaces inside': inside,
    'tile, ms (median of 21)': milliseconds(ours),
    'bare box, ms': milliseconds(bare),
    'tile, bytes': JSON.stringify(await mapTile(tile, filters, now())).length,
  }
}

/** The same places every time: PostgreSQL's generator is given its seed. */
async function scatter() {
  const pour = async (tx: Transaction) => {
    await tx.$queryRaw`SELECT setseed(0.42)::text`
    await tx.$executeRaw`
      WITH towns AS (
        SELECT n, 43.2 + random() * 6 AS lat, -1 + random() * 8 AS lng FROM generate_series(1, 49) n
        UNION ALL SELECT 50, ${NICE.lat}::float8, ${NICE.lng}::float8
      )
      INSERT INTO spaces (id, kind, name, lat, lng, time_zone, updated_at)
      SELECT uuid_v7(), 'coworking', 'Space ' || i,
        CASE WHEN i % 2 = 0 THEN 42.5 + random() * 8 ELSE lat + (random() - 0.5) * 0.2 END,
        CASE WHEN i % 2 = 0 THEN -4 + random() * 12 ELSE lng + (random() - 0.5) * 0.3 END,
        'Europe/Paris', ${now()}
      FROM generate_series(1, ${SPACES}::int) i JOIN towns ON towns.n = 1 + (i / 2) % 50`
  }
  await db.$transaction(pour, { timeout: 60_000 })
  await db.$executeRaw`ANALYZE spaces`
}
