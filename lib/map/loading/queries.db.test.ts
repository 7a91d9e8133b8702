import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { db } from '@/lib/db'
import { env } from '@/lib/env'
import { makeEvent, makeFreelancer, makeSpace } from '@/lib/testing/makers'
import { changesSince, forgetChanges, snapshotOf } from './queries'

const connect = async () => {
  const client = new pg.Client({ connectionString: env().databaseUrl })
  await client.connect()
  return client
}
let client: pg.Client
let other: pg.Client
beforeAll(async () => {
  client = await connect()
  other = await connect()
})
afterAll(async () => {
  await client.end()
  await other.end()
})

const since = async (snapshot: string) => (await changesSince(client, snapshot)).changes
const spaces = (...ids: string[]) => ({ layer: 'spaces', ids, lat: null, lng: null })

it('tells each change once, and those of a transaction when it ends', async () => {
  const start = await snapshotOf(client)
  await other.query('BEGIN')
  const late = await other.query(
    `INSERT INTO spaces (id, kind, name, lat, lng, time_zone, updated_at)
     VALUES (uuid_v7(), 'cafe', 'Late', 43, 7, 'Europe/Paris', now()) RETURNING id`,
  )
  const early = await makeSpace()
  const first = await changesSince(client, start)
  expect(first.changes).toEqual([spaces(early.id)])
  await other.query('COMMIT')
  const second = await changesSince(client, first.snapshot)
  expect(second.changes).toEqual([spaces(late.rows[0].id)])
  expect(await since(second.snapshot)).toEqual([])
})

it('notes what a map shows and nothing else, and nobody in particular', async () => {
  const person = await makeFreelancer()
  const event = await makeEvent({ organizerId: person.id })
  const space = await makeSpace()
  const start = await snapshotOf(client)
  // A seat taken, a description, a draft, a person who is on no map.
  await db.event.update({ where: { id: event.id }, data: { seatsTaken: 1, welcome: 'Entrez' } })
  await db.space.update({ where: { id: space.id }, data: { description: 'Au calme' } })
  await makeEvent({ organizerId: person.id, status: 'draft' })
  await db.freelancer.update({ where: { id: person.id }, data: { bio: 'Trait de plume' } })
  expect(await since(start)).toEqual([])
  const cell = { cellLat: 43.555, cellLng: 7.0125 }
  await db.freelancer.update({ where: { id: person.id }, data: { visibility: 'members', ...cell } })
  expect(await since(start)).toEqual([{ layer: 'people', ids: null, lat: 43.555, lng: 7.0125 }])
})

it('forgets what a snapshot saw, and nothing that it did not', async () => {
  await other.query('BEGIN')
  await other.query(`UPDATE spaces SET name = 'Still open' WHERE id = (SELECT id FROM spaces LIMIT 1)`)
  const seen = await snapshotOf(client)
  const after = await makeSpace()
  await other.query('COMMIT')
  await forgetChanges(client, seen)
  const left = await client.query('SELECT count(*)::int AS n FROM map_changes')
  expect(left.rows[0].n).toBe(2)
  expect(await since(seen)).toContainEqual(spaces(after.id))
})

it('names nothing where there is too much to name', async () => {
  const start = await snapshotOf(client)
  for (let i = 0; i < 3; i++)
    await client.query(`INSERT INTO map_changes (layer) SELECT 'spaces' FROM generate_series(1, 700)`)
  expect(await since(start)).toBeNull()
})
