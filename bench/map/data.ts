import type pg from 'pg'

/** How many places; a fifth as many events, a hundredth as many people and wishes. */
export type Size = number

const SEED = 0.42

type Spread = {
  /**
   * How many regions of ten thousand places there are, a hundred at most, each with twenty towns of its own: an instance
   * that grows from one region to a continent, where one is as dense as another however many there are, and one is
   * written after another. Without, all is one region, so that its greatest towns are those of a continent.
   */
  regions?: number
}

/**
 * The same million places every time: nine of ten stand around two thousand towns, of which a few are great, one is
 * anywhere. Hours, amenities and prices are known of about half of them, as in OpenStreetMap.
 */
export async function plant(client: pg.Client, places: Size, { regions }: Spread = {}): Promise<void> {
  const events = Math.ceil(places / 5)
  const people = Math.ceil(places / 100)
  const steps: [string, unknown[]][] = [
    [`SELECT setseed(${SEED})`, []],
    ...(regions === undefined ? [[WHOLE, []] as [string, []]] : [[REGIONS, [regions]] as [string, number[]]]),
    [
      `CREATE TEMP TABLE towns AS
       SELECT n, region, 'Bourg ' || n AS name, south + random() * height AS lat, west + random() * width AS lng,
         -- Zipf: the greatest has as many as the next two together.
         (sum(1.0 / rank) OVER (ORDER BY n) / sum(1.0 / rank) OVER ())::float8 AS share
       FROM (
         SELECT row_number() OVER (ORDER BY regions.n, rank) AS n, regions.n AS region, rank, south, west, height, width
         FROM regions CROSS JOIN LATERAL generate_series(1, towns) AS rank
       ) AS ranked ORDER BY n`,
      [],
    ],
    // Nice is the greatest: views are taken there, too.
    [`UPDATE towns SET lat = 43.7, lng = 7.266, name = 'Nice' WHERE n = 1`, []],
    [
      `CREATE TEMP TABLE hours AS
       SELECT n, (ARRAY['Mo-Fr', 'Mo-Sa', 'Tu-Su', 'Mo-Su', 'We-Su'])[1 + n % 5] || ' '
         || lpad((6 + n % 6)::text, 2, '0') || ':' || (ARRAY['00', '15', '30', '45'])[1 + (n / 6) % 4] || '-'
         || (15 + (n / 24) % 9)::text || ':00' || CASE WHEN n % 7 = 0 THEN '; PH off' ELSE '' END AS rule
       FROM generate_series(0, 499) AS n`,
      [],
    ],
    ['ANALYZE regions', []],
    ['ANALYZE towns', []],
    ['ANALYZE hours', []],
    [PLACES, [places]],
    ['ANALYZE spaces', []],
    [PEOPLE, [people]],
    [SERIES, []],
    [EVENTS, [events]],
    [WISHES, []],
    ['ANALYZE events', []],
    ['TRUNCATE map_changes', []],
  ]
  for (const [text, values] of steps) await client.query(text, values)
}

const WHOLE = `
  CREATE TEMP TABLE regions AS SELECT 1 AS n, 36.0::float8 AS south, -8.0::float8 AS west, 22.0::float8 AS height,
    30.0::float8 AS width, 2000 AS towns`

/** That of Nice first, then those around it. */
const REGIONS = `
  CREATE TEMP TABLE regions AS
  SELECT row_number() OVER (ORDER BY (x - 5) ^ 2 + (y - 3) ^ 2, x, y) AS n, 36 + 2.2::float8 * y AS south,
    -8 + 3.0::float8 * x AS west, 2.2::float8 AS height, 3.0::float8 AS width, 20 AS towns
  FROM generate_series(0, 9) AS x, generate_series(0, 9) AS y ORDER BY 1 LIMIT $1::int`

const PLACES = `
  WITH drawn AS MATERIALIZED (
    SELECT i, i % 10 = 0 AS far, random() AS r1, random() AS r2, random() AS r3, random() AS r4, random() AS r5,
      random() AS r6, random() AS r7 FROM generate_series(1, $1::int) AS i
  ), shares AS MATERIALIZED (SELECT array_agg(share ORDER BY n) AS until, count(*)::int AS all FROM towns
  ), patches AS MATERIALIZED (SELECT count(*)::int AS patches FROM regions)
  INSERT INTO spaces (id, kind, name, city, lat, lng, time_zone, country, opening_hours, internet, wheelchair, sockets, noise,
    calls_allowed, fee, price_day, trial_day, updated_at)
  SELECT uuid_v7(), (ARRAY['coworking', 'third_place', 'cafe', 'cafe', 'cafe', 'library'])[1 + i % 6]::space_kind,
    (ARRAY['Café', 'Atelier', 'La Ruche', 'Le Comptoir', 'Bibliothèque', 'Loft', 'La Fabrique'])[1 + i % 7] || ' '
      || (ARRAY['du Port', 'des Lilas', 'de la Gare', 'du Marché', 'Central', 'des Arts'])[1 + (i / 7) % 6]
      || CASE WHEN i % 3 = 0 THEN '' ELSE ' ' || i % 900 END,
    CASE WHEN far THEN '' ELSE towns.name END,
    -- Denser towards the middle of a town.
    CASE WHEN far THEN south + r2 * height ELSE lat + r2 * r2 * sin(6.2832 * r1) * 0.09 END,
    CASE WHEN far THEN west + (r1 * patches - floor(r1 * patches)) * width
      ELSE lng + r2 * r2 * cos(6.2832 * r1) * 0.12 END,
    CASE WHEN lng < -1 THEN 'Europe/London' WHEN lng > 15 THEN 'Europe/Warsaw' ELSE 'Europe/Paris' END,
    CASE WHEN lng BETWEEN -1 AND 15 THEN 'FR' ELSE '' END,
    CASE WHEN r5 < 0.6 THEN rule END, CASE WHEN r6 < 0.7 THEN 'wlan'::internet END,
    CASE WHEN r6 < 0.25 THEN 'yes'::wheelchair END,
    CASE WHEN r7 < 0.3 THEN 'plenty'::sockets WHEN r7 < 0.5 THEN 'few' END,
    CASE WHEN r4 < 0.2 THEN 'quiet'::noise WHEN r4 < 0.4 THEN 'murmur' END,
    CASE WHEN r4 < 0.5 THEN r4 < 0.3 END, CASE WHEN r7 < 0.5 THEN r7 < 0.1 END,
    CASE WHEN r6 < 0.3 THEN 500 * (1 + i % 8) END, i % 40 = 0, now()
  FROM drawn CROSS JOIN shares CROSS JOIN patches
  JOIN towns ON towns.n = 1 + least(shares.all - 1, width_bucket(r3, until))
  JOIN regions ON regions.n = 1 + floor(r1 * patches)
  JOIN hours ON hours.n = i % 500
  ORDER BY CASE WHEN far THEN regions.n ELSE region END, i`

const PEOPLE = `
  WITH people AS (
    INSERT INTO users (id, email, locale, email_verified, created_at)
    SELECT uuid_v7(), 'person-' || n || '@example.org', 'fr', now(), now() FROM generate_series(1, $1::int) AS n
    RETURNING id
  ), spots AS (SELECT row_number() OVER () AS n, lat, lng FROM spaces TABLESAMPLE SYSTEM (20))
  INSERT INTO freelancers (id, name, visibility, cell_lat, cell_lng, area, updated_at)
  SELECT people.id, 'Camille', 'members', round(lat::numeric, 2), round(lng::numeric, 2), 'Ville', now()
  FROM (SELECT id, row_number() OVER () AS n FROM people) AS people JOIN spots USING (n)`

const SERIES = `
  INSERT INTO series (id, rule, starts_on, start_minute, minutes, time_zone, values, made_until, organizer_id, updated_at)
  SELECT uuid_v7(), 'FREQ=WEEKLY', now(), 600, 60, 'Europe/Paris', '{}', now(), id, now() FROM freelancers LIMIT 2000`

const EVENTS = `
  INSERT INTO events (id, kind, title, starts_at, ends_at, time_zone, space_id, city, lat, lng, price, organizer_id,
    series_id, recurrence_id, updated_at)
  SELECT uuid_v7(), (ARRAY['open_coffee', 'lunch', 'afterwork', 'workshop', 'coworking_day'])[1 + n % 5]::event_kind,
    (ARRAY['Open coffee', 'Déjeuner', 'Afterwork', 'Atelier', 'Journée ensemble'])[1 + n % 5] || ' ' || n % 500,
    at, at + interval '2 hours', time_zone, id, city, lat, lng, CASE WHEN n % 4 = 0 THEN '5 €' END,
    (SELECT id FROM freelancers LIMIT 1), CASE WHEN n % 5 = 0 THEN serial END, CASE WHEN n % 5 = 0 THEN at END, now()
  FROM (
    SELECT spots.*, date_trunc('hour', now()) + n % 2000 * interval '1 hour' + n * interval '1 millisecond' AS at,
      (ARRAY(SELECT id FROM series))[1 + n % 2000] AS serial
    FROM (SELECT row_number() OVER () AS n, id, city, lat, lng, time_zone FROM spaces TABLESAMPLE SYSTEM (40)) AS spots
    WHERE n <= $1::int
  ) AS drawn`

const WISHES = `
  INSERT INTO wishes (freelancer_id, cell_lat, cell_lng, half_days, wished_at)
  SELECT id, round(cell_lat::numeric * 2, 1) / 2, round(cell_lng::numeric * 2, 1) / 2, 1, now() FROM freelancers
  WHERE get_byte(uuid_send(id), 15) < 64`
