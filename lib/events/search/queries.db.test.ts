import { beforeAll, expect, it } from 'vitest'
import { now } from '@/lib/clock'
import { db } from '@/lib/db'
import { makeHomeTable } from '@/lib/testing/homes'
import { makeEvent, makeFreelancer } from '@/lib/testing/makers'
import { searchEvents } from './queries'

const HOUR = 3_600_000
/** In the Atlantic, where nothing else is. */
const SEA = { lat: 38.7, lng: -41.2, timeZone: 'Atlantic/Azores' }
let host: string
let blocked: string

const at = (hours: number) => {
  const startsAt = new Date(now().getTime() + hours * HOUR)
  return { startsAt, endsAt: new Date(startsAt.getTime() + 2 * HOUR) }
}

beforeAll(async () => {
  host = (await makeFreelancer()).id
  blocked = (await makeFreelancer()).id
  await db.block.create({ data: { blockerId: host, blockedId: blocked } })
  const make = (title: string, values: Parameters<typeof makeEvent>[0] = {}) =>
    makeEvent({ ...SEA, ...at(24), title, organizerId: host, city: 'Horta', ...values })
  await make('Apéro des Sargasses', { placeName: 'Chez Élise' })
  await make('Apéro des Sargasses', { ...at(48), lng: -41.35, city: 'Loin' })
  await make('Sargasses brouillon', { status: 'draft' })
  await make('Sargasses caché', { unlisted: true })
  await make('Sargasses annulé', { status: 'cancelled' })
  await make('Sargasses passé', at(-48))
  await make('Sargasses dans deux ans', at(2 * 366 * 24))
  await makeHomeTable({ ...SEA, ...at(30), title: 'Table des Sargasses', organizerId: host, city: 'Horta' })
})

const titles = async (text: string, viewerId: string | null = null) =>
  (await searchEvents(text, { now: now(), limit: 9, near: SEA, viewerId, timeZone: 'UTC' })).map(
    ({ title, city }) => `${title}, ${city}`,
  )

it('finds what lists show, by title and place, with slips, the nearer of equals first', async () => {
  const both = ['Apéro des Sargasses, Horta', 'Apéro des Sargasses, Loin']
  expect(await titles('apero sargas')).toEqual(both)
  expect(await titles('aprero sargases')).toEqual(both)
  expect(await titles('sargasses elise')).toEqual(both.slice(0, 1))
  expect((await titles('sargasses')).toSorted()).toEqual([...both, 'Table des Sargasses, Horta'])
  expect(await titles('horta')).toEqual([])
  // What leads to the door is told to those who have a seat.
  expect(await titles('interphone bulle')).toEqual([])
})

it('shows a home to nobody who is hidden from it', async () => {
  expect(await titles('table sargasses', host)).toEqual(['Table des Sargasses, Horta'])
  expect(await titles('table sargasses', blocked)).toEqual([])
  expect(await titles('tabel sargasses', blocked)).toEqual([])
})

it('reads no table from end to end', async () => {
  const plan = await db.$transaction(async (tx) => {
    await tx.$executeRaw`INSERT INTO events (id, kind, title, starts_at, ends_at, time_zone, lat, lng, organizer_id, updated_at)
      SELECT gen_random_uuid(), 'lunch', md5(n::text), now(), now() + interval '1 hour', 'UTC', 0, 0, ${host}::uuid, now()
      FROM generate_series(1, 5000) AS n`
    await tx.$executeRaw`ANALYZE events`
    const rows = await tx.$queryRaw<{ 'QUERY PLAN': string }[]>`
      EXPLAIN SELECT id FROM events WHERE status = 'published' AND NOT unlisted
        AND search_words(events.title || ' ' || events.place_name || ' ' || events.city) LIKE '% c4ca%'`
    await tx.$executeRaw`DELETE FROM events WHERE organizer_id = ${host}::uuid AND kind = 'lunch'`
    return rows.map((row) => row['QUERY PLAN']).join('\n')
  })
  expect(plan).toContain('events_words_trgm')
  expect(plan).not.toContain('Seq Scan')
})

it('takes the whole name of a town for no slip, and for none of its outings', async () => {
  const horta = {
    now: now(),
    limit: 9,
    near: SEA,
    viewerId: null,
    timeZone: 'UTC',
    slips: 'nowhere' as const,
  }
  expect(await searchEvents('horta', horta)).toEqual([])
  expect(await searchEvents('sargases', horta)).toEqual([])
  const [called] = await searchEvents('sargasses', horta)
  expect(called?.title).toMatch(/Sargasses/)
})
