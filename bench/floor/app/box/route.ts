import pg from 'pg'

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 })

/** A hundred places of a box, as PostgreSQL writes them: the least that any answer from a table must do. */
const PLACES = `
  SELECT coalesce(json_agg(json_build_array(lat, lng, id, kind, name)), '[]')::text AS body FROM (
    SELECT lat, lng, id, kind, name FROM spaces
    WHERE point(lng, lat) <@ box(point($1::float8, $2::float8), point($3::float8, $4::float8)) LIMIT 100) AS found`

/** `?box=west,south,east,north` */
export async function GET(request: Request): Promise<Response> {
  const box = new URL(request.url).searchParams.get('box')?.split(',') ?? []
  const { rows } = await pool.query<{ body: string }>(PLACES, box)
  return new Response(rows[0]?.body, { headers: { 'Content-Type': 'application/json' } })
}
