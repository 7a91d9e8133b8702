import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { db } from '@/lib/db'
import { personPage } from '@/lib/freelancers/person/queries'
import { peopleNear } from '@/lib/freelancers/queries'
import { company } from '@/lib/rsvps/company/queries'
import { makeEvent, makeFreelancer, makeRsvp, toActor } from '@/lib/testing/makers'
import { Prisma } from '@/prisma/client/client'
import { block, unblock } from './commands'
import { blockedIds, myBlocks, notBlocked } from './queries'

const here = { lat: 43.55, lng: 7 }
const seen = async (name: string) =>
  toActor(
    await makeFreelancer({
      name,
      visibility: 'members',
      cellLat: here.lat,
      cellLng: here.lng,
      area: 'Cannes',
    }),
  )
const near = async (actor: { id: string }) => {
  const bbox = { west: 6.9, south: 43.4, east: 7.1, north: 43.7 }
  return (await peopleNear(actor, { bbox, near: here, limit: 50 })).people.map(({ name }) => name)
}

test('a block hides both ways: on the map, in lists of names, on their pages', async () => {
  const [ana, bob, cleo] = [await seen('Ana'), await seen('Bob'), await seen('Cléo')]
  const event = await makeEvent()
  for (const [position, { id }] of [ana, bob, cleo].entries())
    await makeRsvp({ eventId: event.id, freelancerId: id, position: position + 1 })
  const names = async (id: string) => (await company(id, event.id)).firstNames
  expect(await near(ana)).toEqual(expect.arrayContaining(['Bob', 'Cléo']))
  expect(await block(ana, bob.id)).toEqual({ ok: true })
  expect(await block(ana, bob.id)).toEqual({ ok: true })

  expect(await near(ana)).not.toContain('Bob')
  expect(await near(bob)).not.toContain('Ana')
  expect(await names(ana.id)).toEqual(['Cléo'])
  expect(await names(bob.id)).toEqual(['Cléo'])
  expect(await names(cleo.id)).toEqual(['Ana', 'Bob'])
  expect((await company(bob.id, event.id)).going).toBe(3)
  expect(await personPage(bob, ana.id)).toBeNull()
  expect(await personPage(ana, bob.id)).toBeNull()
  expect(await blockedIds(bob.id)).toEqual([ana.id])
  expect([await myBlocks(ana), await myBlocks(bob)]).toEqual([[{ id: bob.id, name: 'Bob' }], []])

  // Whoever was blocked cannot lift it.
  await unblock(bob, ana.id)
  expect(await near(bob)).not.toContain('Ana')
  await unblock(ana, bob.id)
  expect(await near(bob)).toContain('Ana')
  expect((await personPage(bob, ana.id))?.name).toBe('Ana')
})

test('a page is for members about those who let themselves be seen; nobody blocks themselves or a ghost', async () => {
  const ana = await seen('Ana')
  const hidden = await makeFreelancer({ name: 'Zoé' })
  expect(await personPage(ana, hidden.id)).toBeNull()
  expect((await personPage(hidden, hidden.id))?.name).toBe('Zoé')
  expect(await personPage(ana, 'nobody')).toBeNull()
  expect(JSON.stringify(await personPage(hidden, ana.id))).not.toMatch(/example\.org|43\.55/)
  for (const id of [ana.id, randomUUID()])
    expect(await block(ana, id)).toEqual({ ok: false, reason: 'person_unknown' })
  // Hidden people can be blocked too: one may know them from an outing.
  expect(await block(ana, hidden.id)).toEqual({ ok: true })
})

test('the condition holds for any two expressions, and goes with the account', async () => {
  const [ana, bob] = [await seen('Ana'), await seen('Bob')]
  const apart = async () => {
    const both = notBlocked(Prisma.sql`${bob.id}::uuid`, Prisma.sql`${ana.id}::uuid`)
    const [row] = await db.$queryRaw<{ free: boolean }[]>`SELECT ${both} AS free`
    return row?.free
  }
  expect(await apart()).toBe(true)
  await block(ana, bob.id)
  expect(await apart()).toBe(false)
  await db.user.delete({ where: { id: ana.id } })
  expect(await apart()).toBe(true)
})
