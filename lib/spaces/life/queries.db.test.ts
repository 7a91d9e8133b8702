import { expect, test } from 'vitest'
import { now } from '@/lib/clock'
import { db } from '@/lib/db'
import { makeCoffee } from '@/lib/testing/coffees'
import { makeEvent, makeFreelancer, makeRsvp, makeSpace } from '@/lib/testing/makers'
import { hostsAt, visitsLately } from './queries'

const DAY = 86_400_000
const days = (count: number) => {
  const startsAt = new Date(now().getTime() + count * DAY)
  return { startsAt, endsAt: new Date(startsAt.getTime() + DAY / 12) }
}

test('who hosts there: groups by their page, people by name, what is announced included', async () => {
  const { id: spaceId } = await makeSpace()
  const lea = await makeFreelancer({ name: 'Léa' })
  const group = await db.group.create({ data: { name: 'Open Coffee', city: 'Cannes' } })
  const here = { spaceId, organizerId: lea.id }
  await makeEvent({ ...here, ...days(3), groupId: group.id })
  await makeEvent({ ...here, ...days(-30), groupId: group.id })
  await makeEvent({ ...here, ...days(-3) })
  for (const values of [{ status: 'draft' }, { unlisted: true }, days(-200)] as const)
    await makeEvent({ ...here, organizerId: (await makeFreelancer({ name: 'Nobody' })).id, ...values })
  expect(await hostsAt(spaceId, now())).toEqual([
    { name: 'Open Coffee', path: `/groups/${group.id}/open-coffee`, count: 2 },
    { name: 'Léa', path: null, count: 1 },
  ])
})

test('how many came lately: hosts and guests, over coffee, and by the half-day; not who is to come', async () => {
  const { id: spaceId } = await makeSpace()
  expect(await visitsLately(spaceId, now())).toBe(0)
  const past = await makeEvent({ spaceId, ...days(-10) })
  await makeRsvp({ eventId: past.id })
  await makeRsvp({ eventId: past.id, status: 'cancelled' })
  await makeRsvp({ eventId: past.id, freelancerId: past.organizerId })
  expect(await visitsLately(spaceId, now())).toBe(2)
  await makeRsvp({ eventId: (await makeEvent({ spaceId, ...days(2) })).id })
  await makeRsvp({ eventId: (await makeEvent({ spaceId, ...days(-91) })).id })
  expect(await visitsLately(spaceId, now())).toBe(2)
  await db.spaceVisits.createMany({
    data: [
      { spaceId, day: days(-1).startsAt, halfDays: 3 },
      { spaceId, day: days(-95).startsAt, halfDays: 9 },
    ],
  })
  expect(await visitsLately(spaceId, now())).toBe(5)
  const two = [await makeFreelancer(), await makeFreelancer()]
  const coffee = await makeCoffee(two, { spaceId })
  const startsAt = new Date(now().getTime() - DAY)
  const said = { answer: 'yes' as const, answeredAt: startsAt, times: 1 }
  await db.coffee.update({
    where: { id: coffee },
    data: {
      ...{ status: 'agreed', options: [startsAt], startsAt, decideBy: startsAt },
      seats: { updateMany: { where: {}, data: said } },
    },
  })
  expect(await visitsLately(spaceId, now())).toBe(7)
})
