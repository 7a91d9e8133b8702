import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { tileAt } from '@/lib/geo/tiles'
import { readWire } from '@/lib/map/wire/rules'
import { wireSchema } from '@/lib/map/wire/schema'
import { type Instance, startInstance } from '@/lib/platform/instance'

/** In the middle of the Bay of Biscay, where nobody else is. */
const PLACE = { lat: 45.5, lng: -5.5 }
const tile = tileAt(PLACE, 14)

/** Headers of the connection, and what Next varies its pages by. */
const VARYING = /^(date|connection|keep-alive|content-length|transfer-encoding|vary)$/

let instances: Instance[] = []
let client: pg.Client
beforeAll(async () => {
  const first = await startInstance()
  instances = [first]
  const second = await startInstance({ env: { DATABASE_URL: first.databaseUrl, WORKER: '0' } })
  instances = [first, second]
  client = new pg.Client({ connectionString: first.databaseUrl })
  await client.connect()
}, 180_000)
afterAll(async () => {
  await client?.end()
  for (const instance of instances.toReversed()) await instance.stop()
}, 60_000)

const ask = ({ url }: Instance, headers = {}) =>
  fetch(`${url}/api/map/${tile.z}/${tile.x}/${tile.y}`, { headers })

/** What the tile shows on each instance, by title; null while an instance answers from its database. */
const shown = () =>
  Promise.all(
    instances.map(async (instance) => {
      const answer = await ask(instance)
      const { points } = readWire(tile, wireSchema.parse(await answer.json()))
      return answer.headers.get('server-timing') === 'map;desc="memory"'
        ? points.map(({ title }) => title)
        : null
    }),
  )

it('a write shows on the map of every instance within two seconds, and what it showed is not sent again', async () => {
  await expect.poll(shown, { timeout: 20_000 }).toEqual([[], []])
  const soon = { timeout: 2000, interval: 20 }
  await client.query(
    `INSERT INTO spaces (id, kind, name, lat, lng, time_zone, updated_at)
     VALUES (uuid_v7(), 'cafe', 'Le Radeau', $1, $2, 'Etc/GMT', now())`,
    [PLACE.lat, PLACE.lng],
  )
  await expect.poll(shown, soon).toEqual([['Le Radeau'], ['Le Radeau']])

  const answers = await Promise.all(instances.map((instance) => ask(instance)))
  const tags = answers.map(({ headers }) => headers.get('etag') ?? '')
  expect(tags[0]).toBe(tags[1])
  // A cache's second, and one more while it asks again: with them a write shows in two seconds still.
  expect(answers[0]?.headers.get('cache-control')).toBe('public, max-age=1, stale-while-revalidate=1')
  const again = await Promise.all(instances.map((one) => ask(one, { 'If-None-Match': tags[0] })))
  expect(again.map(({ status }) => status)).toEqual([304, 304])

  // Answered before Next gets to see it, it says all that Next would say.
  const site = instances[0] as Instance
  const byNext = await fetch(`${site.url}/api/map/14/0/0`, { method: 'HEAD' })
  const byUs = await fetch(`${site.url}/api/map/14/0/0`)
  const said = ({ headers }: Response) =>
    Object.fromEntries([...headers].filter(([name]) => !VARYING.test(name)))
  expect(said(byUs)).toEqual(said(byNext))
  expect((await fetch(`${site.url}/api/map/3/8/0`)).status).toBe(404)
  expect((await fetch(`${site.url}/api/map/14/0/0?show=people&kind=nothing&when=never`)).status).toBe(200)

  // While the notifications of one are cut, it looks for itself.
  await client.query(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'cafetiere map'`,
  )
  await client.query(`UPDATE spaces SET name = 'Le Phare' WHERE name = 'Le Radeau'`)
  await expect.poll(shown, soon).toEqual([['Le Phare'], ['Le Phare']])
  await client.query(`DELETE FROM spaces WHERE name = 'Le Phare'`)
  await expect.poll(shown, soon).toEqual([[], []])
})
