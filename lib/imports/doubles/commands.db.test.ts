import { randomUUID } from 'node:crypto'
import { beforeEach, expect, it } from 'vitest'
import { now } from '@/lib/clock'
import { db } from '@/lib/db'
import { makeEvent, makeFreelancer, makeSpace } from '@/lib/testing/makers'
import { mergeSpaces } from './commands'

const monday = new Date('2026-11-23T00:00:00Z')
const tuesday = new Date('2026-11-24T00:00:00Z')
const later = new Date('2026-11-24T12:00:00Z')

beforeEach(() => db.space.deleteMany())

const merge = (keepId: string, dropId: string) => db.$transaction((tx) => mergeSpaces(tx, keepId, dropId))

async function twoSpaces() {
  return { keep: (await makeSpace({ name: 'Kept' })).id, drop: (await makeSpace({ name: 'Dropped' })).id }
}

it('moves what hangs on the dropped space, and leaves its id as an alias', async () => {
  const { keep, drop } = await twoSpaces()
  const person = (await makeFreelancer()).id
  const older = randomUUID()
  const event = await makeEvent({ spaceId: drop })
  await db.spaceSource.create({
    data: { spaceId: drop, source: 'osm', externalId: 'node/1', licence: 'ODbL-1.0', fields: {}, hash: 'h' },
  })
  await db.coffee.create({
    data: {
      week: monday,
      spaceId: drop,
      timeZone: 'Europe/Paris',
      options: [later],
      minutes: 45,
      decideBy: tuesday,
    },
  })
  await db.presence.create({
    data: { freelancerId: person, day: monday, half: 'morning', spaceId: drop, endsAt: later },
  })
  await db.wishDraft.create({
    data: {
      kind: 'afterwork',
      startsAt: tuesday,
      endsAt: later,
      timeZone: 'Europe/Paris',
      spaceId: drop,
      area: 'Cannes',
    },
  })
  await db.spaceCorrection.create({ data: { spaceId: drop, authorId: person, changes: { name: 'New' } } })
  await db.spaceAlias.create({ data: { id: older, spaceId: drop } })
  await merge(keep, drop)
  expect(await db.space.findMany({ select: { id: true, name: true } })).toEqual([{ id: keep, name: 'Kept' }])
  expect((await db.event.findUniqueOrThrow({ where: { id: event.id } })).spaceId).toBe(keep)
  const counted = { sources: true, coffees: true, presences: true, wishDrafts: true, corrections: true }
  const { _count } = await db.space.findUniqueOrThrow({
    where: { id: keep },
    select: { _count: { select: counted } },
  })
  expect(_count).toEqual({ sources: 1, coffees: 1, presences: 1, wishDrafts: 1, corrections: 1 })
  expect(new Set((await db.spaceAlias.findMany()).map(({ id, spaceId }) => `${id} ${spaceId}`))).toEqual(
    new Set([`${older} ${keep}`, `${drop} ${keep}`]),
  )
})

it('keeps the row of the kept space where both have one, and adds visits up', async () => {
  const { keep, drop } = await twoSpaces()
  const [both, one] = [(await makeFreelancer()).id, (await makeFreelancer()).id]
  for (const [spaceId, freelancerId] of [
    [keep, both],
    [drop, both],
    [drop, one],
  ] as [string, string][]) {
    const confirmedAt = spaceId === keep ? tuesday : monday
    const value = spaceId === keep ? 1 : 2
    await db.spaceConfirmation.create({ data: { spaceId, freelancerId, confirmedAt } })
    await db.spaceObservation.create({
      data: { spaceId, freelancerId, topic: 'noise', value, observedAt: confirmedAt },
    })
    await db.spaceClaim.create({ data: { spaceId, freelancerId, note: String(value), expiresAt: later } })
    await db.spaceOwner.create({ data: { spaceId, freelancerId, since: confirmedAt } })
  }
  const photo = (spaceId: string, url: string, alt: string) => ({ spaceId, url, alt })
  await db.spacePhoto.createMany({
    data: [
      photo(keep, 'https://example.org/1.jpg', 'kept'),
      photo(drop, 'https://example.org/1.jpg', 'dropped'),
      photo(drop, 'https://example.org/2.jpg', 'moved'),
    ],
  })
  await db.spaceVisits.createMany({
    data: [
      { spaceId: keep, day: monday, halfDays: 2 },
      { spaceId: drop, day: monday, halfDays: 3 },
      { spaceId: drop, day: tuesday, halfDays: 1 },
    ],
  })
  await merge(keep, drop)
  const kept = await db.space.findUniqueOrThrow({
    where: { id: keep },
    include: {
      confirmations: true,
      observations: true,
      claims: true,
      owners: true,
      photos: { orderBy: { url: 'asc' } },
      visits: { orderBy: { day: 'asc' } },
    },
  })
  const of = <T extends { freelancerId: string }>(rows: T[]) => rows.find((row) => row.freelancerId === both)
  expect(
    [kept.confirmations, kept.observations, kept.claims, kept.owners].map((rows) => rows.length),
  ).toEqual([2, 2, 2, 2])
  expect(of(kept.confirmations)?.confirmedAt).toEqual(tuesday)
  expect(of(kept.observations)?.value).toBe(1)
  expect(of(kept.claims)?.note).toBe('1')
  expect(of(kept.owners)?.since).toEqual(tuesday)
  expect(kept.photos.map(({ alt }) => alt)).toEqual(['kept', 'moved'])
  expect(kept.visits.map(({ halfDays }) => halfDays)).toEqual([5, 1])
})

it('carries over what was decided of the dropped space and a third', async () => {
  const { keep, drop } = await twoSpaces()
  const third = (await makeSpace({ name: 'Third' })).id
  const pair = (a: string, b: string) => (a < b ? { firstId: a, secondId: b } : { firstId: b, secondId: a })
  await db.spaceDouble.create({ data: { ...pair(keep, drop), score: 0.7 } })
  await db.spaceDouble.create({
    data: { ...pair(drop, third), score: 0.6, status: 'different', decidedAt: now() },
  })
  await merge(keep, drop)
  expect(await db.spaceDouble.findMany()).toMatchObject([{ ...pair(keep, third), status: 'different' }])
})

it('refuses a space that is not there, or is the same', async () => {
  const { keep } = await twoSpaces()
  await expect(merge(keep, keep)).rejects.toThrow(RangeError)
  await expect(merge(keep, randomUUID())).rejects.toThrow(RangeError)
  expect(await db.space.count()).toBe(2)
})
