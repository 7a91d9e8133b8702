import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { now } from '@/lib/clock'
import { db } from '@/lib/db'
import { makeFreelancer, makeSpace, toActor } from '@/lib/testing/makers'
import { observe, unobserve } from './commands'
import { observedAt } from './queries'

const person = async () => toActor(await makeFreelancer())
const factsOf = (id: string) =>
  db.space.findUniqueOrThrow({
    where: { id },
    select: { wifiMbps: true, sockets: true, noise: true, provenance: true },
  })

it('what people found is what the place says, as theirs, until the last takes it back', async () => {
  const [ana, bob] = [await person(), await person()]
  const { id: spaceId, ...space } = await makeSpace({ provenance: { name: 'osm' } })
  const here = { id: spaceId, ...space }
  expect(await observedAt(here, ana)).toEqual({})
  await observe(ana, { spaceId, topic: 'wifi', value: 40 })
  await observe(bob, { spaceId, topic: 'wifi', value: 60 })
  await observe(bob, { spaceId, topic: 'noise', value: 0 })
  await observe(ana, { spaceId, topic: 'sockets', value: 1 })
  await observe(ana, { spaceId, topic: 'sockets', value: 2 })
  const by = { name: 'osm', wifiMbps: 'people', noise: 'people', sockets: 'people' }
  expect(await factsOf(spaceId)).toEqual({
    wifiMbps: expect.toSatisfy((mbps) => mbps === 40 || mbps === 60),
    ...{ sockets: 'plenty', noise: 'quiet', provenance: by },
  })
  const [told, toAnybody] = [await observedAt(here, ana), await observedAt(here, null)]
  expect(told).toMatchObject({
    wifi: { people: 2, mine: 40 },
    sockets: { people: 1, mine: 2 },
    noise: { people: 1, mine: null },
  })
  expect([toAnybody?.wifi?.people, toAnybody?.wifi?.mine]).toEqual([2, null])

  await unobserve(ana, { spaceId, topic: 'sockets' })
  await unobserve(ana, { spaceId, topic: 'wifi' })
  await unobserve(ana, { spaceId, topic: 'noise' })
  expect(await factsOf(spaceId)).toEqual({
    ...{ wifiMbps: 60, sockets: null, noise: 'quiet' },
    provenance: { name: 'osm', wifiMbps: 'people', noise: 'people' },
  })
})

it('two who tap at once are both counted', async () => {
  const people = await Promise.all(Array.from({ length: 5 }, person))
  const space = await makeSpace()
  await Promise.all(
    people.map((one, i) => observe(one, { spaceId: space.id, topic: 'wifi', value: 10 * (i + 1) })),
  )
  expect((await factsOf(space.id)).wifiMbps).toBe(30)
})

it('what the place’s team said is not taken away by somebody who said nothing', async () => {
  const ana = await person()
  const space = await makeSpace({ noise: 'quiet', provenance: { noise: 'owner' } })
  await unobserve(ana, { spaceId: space.id, topic: 'noise' })
  expect(await factsOf(space.id)).toMatchObject({ noise: 'quiet', provenance: { noise: 'owner' } })
})

it('asks of no place that closed, is a home, or is not there; is limited; goes with the account', async () => {
  const ana = await person()
  const said = { topic: 'noise', value: 1 } as const
  const closed = await makeSpace({ closedOn: now() })
  expect(await observedAt(closed, ana)).toBeNull()
  expect(await observedAt({ ...closed, closedOn: null, kind: 'home_table' }, ana)).toBeNull()
  const unknown = { ok: false, reason: 'place_unknown' }
  expect(await observe(ana, { spaceId: closed.id, ...said })).toEqual(unknown)
  expect(await observe(ana, { spaceId: randomUUID(), ...said })).toEqual(unknown)
  const space = await makeSpace()
  for (let i = 0; i < 60; i++) await observe(ana, { spaceId: space.id, ...said })
  const refused = { ok: false, reason: 'too_many_observations' }
  expect(await observe(ana, { spaceId: space.id, ...said })).toEqual(refused)
  await db.freelancer.delete({ where: { id: ana.id } })
  expect(await db.spaceObservation.count({ where: { spaceId: space.id } })).toBe(0)
})
