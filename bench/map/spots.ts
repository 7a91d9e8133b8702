import pg from 'pg'
import { generator } from '@/lib/testing/crowd'
import { plant } from './data'

const SEED = 20_261_130

export type Spot = { lat: number; lng: number }

/** Plants so many places, and answers where people look: at places, so mostly in towns. The same every time. */
export async function plantSpots(databaseUrl: string, places: number): Promise<Spot[]> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  await plant(client, places)
  const random = generator(SEED)
  const offsets = Array.from({ length: 20 }, () => random(Math.min(places, 20_000)))
  const { rows } = await client.query<Spot>(
    `SELECT lat, lng FROM (SELECT lat, lng, row_number() OVER (ORDER BY id) AS n FROM (
       SELECT * FROM spaces ORDER BY id LIMIT 20000) AS first) AS numbered WHERE n = ANY ($1::int[])`,
    [offsets],
  )
  await client.end()
  return [{ lat: 43.7, lng: 7.266 }, ...rows]
}
