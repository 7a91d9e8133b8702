import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { now } from '@/lib/clock'
import { db } from '@/lib/db'
import { makeEvent, makeFreelancer, makeRsvp, toActor } from '@/lib/testing/makers'
import { forgetWalkInNames, syncDoor } from './commands'
import { doorList, ownEntryCode } from './queries'
import { afterEntries } from './rules'
import type { DoorEntry } from './schema'

const ago = (minutes: number) => new Date(now().getTime() - minutes * 60_000)
const at = ago(10).toISOString()

async function scene(times = { startsAt: ago(20), endsAt: ago(-60) }) {
  const host = toActor(await makeFreelancer())
  const cohost = toActor(await makeFreelancer())
  const event = await makeEvent({ organizerId: host.id, ...times })
  await db.eventHost.create({ data: { eventId: event.id, freelancerId: cohost.id } })
  const guest = await makeRsvp({ eventId: event.id, partySize: 2 })
  const present = (id = randomUUID()): DoorEntry => ({ type: 'present', rsvpId: guest.id, id, at })
  const absent = (...knew: string[]): DoorEntry => ({ type: 'absent', rsvpId: guest.id, knew })
  /** The sightings that stand; the row of the RSVP says the same in short. */
  const seen = async () => {
    const ids = (await doorList(host, event.id))?.guests[0]?.seen
    const { checkedInAt } = await db.rsvp.findUniqueOrThrow({ where: { id: guest.id } })
    expect(checkedInAt !== null).toBe(ids?.length !== 0)
    return ids
  }
  return { host, cohost, event, guest, present, absent, seen }
}

describe('two phones at one door', () => {
  it.each([
    ['before', ['theirs', 'mine']],
    ['after', ['mine', 'theirs']],
  ])('come to "present": taking back does not undo what somebody else saw %s', async (_case, order) => {
    const { host, cohost, event, present, absent, seen } = await scene()
    const [my, their] = [randomUUID(), randomUUID()]
    const phones = {
      mine: () => syncDoor(host, event.id, [present(my), absent(my)]),
      theirs: () => syncDoor(cohost, event.id, [present(their)]),
    }
    for (const phone of order) await phones[phone as 'mine']()
    expect(await seen()).toEqual([their])
  })

  it('and when both had seen, and one only then takes back', async () => {
    const { host, cohost, event, present, absent, seen } = await scene()
    const [my, their] = [randomUUID(), randomUUID()]
    await syncDoor(host, event.id, [present(my)])
    await syncDoor(cohost, event.id, [present(their)])
    await syncDoor(host, event.id, [absent(my)])
    expect(await seen()).toEqual([their])
  })

  it('and at the very same moment nobody seen is lost', async () => {
    for (let round = 0; round < 10; round++) {
      const { host, cohost, event, present, absent, seen } = await scene()
      const [my, their] = [randomUUID(), randomUUID()]
      await Promise.all([
        syncDoor(host, event.id, [present(my), absent(my)]),
        syncDoor(cohost, event.id, [present(their)]),
      ])
      expect(await seen()).toEqual([their])
    }
  })

  it('one takes back what it knows of, also what another saw', async () => {
    const { host, cohost, event, present, absent, seen } = await scene()
    const id = randomUUID()
    await syncDoor(cohost, event.id, [present(id)])
    expect(await seen()).toEqual([id])
    await syncDoor(host, event.id, [absent(id)])
    expect(await seen()).toEqual([])
  })
})

it('takes the same entries again and again, and agrees with what the phone showed meanwhile', async () => {
  const { host, event, present, absent } = await scene()
  const [stays, goes, first] = [randomUUID(), randomUUID(), randomUUID()]
  const before = await doorList(host, event.id)
  const entries: DoorEntry[] = [
    present(first),
    absent(first),
    present(),
    { type: 'walk_in', id: stays, name: 'Bob', at },
    { type: 'walk_in', id: goes, name: '', at },
    { type: 'walk_out', id: goes },
  ]
  for (let i = 0; i < 3; i++) expect(await syncDoor(host, event.id, entries)).toMatchObject({ ok: true })
  const after = await doorList(host, event.id)
  expect(after?.walkIns).toEqual([{ id: stays, name: 'Bob' }])
  expect(before && afterEntries(before, entries)).toEqual(after)
})

it('does not reach into another event', async () => {
  const { host, event } = await scene()
  const other = await scene()
  await syncDoor(host, event.id, [other.present()])
  expect(await other.seen()).toEqual([])
  const id = randomUUID()
  await syncDoor(other.host, other.event.id, [{ type: 'walk_in', id, name: 'Bob', at }])
  await syncDoor(host, event.id, [{ type: 'walk_out', id }])
  expect(await db.walkIn.count({ where: { id } })).toBe(1)
})

it('is closed long before and long after', async () => {
  const day = 24 * 60
  for (const times of [
    { startsAt: ago(-2 * day), endsAt: ago(-2 * day - 60) },
    { startsAt: ago(9 * day), endsAt: ago(8 * day) },
  ]) {
    const { host, event, present } = await scene(times)
    expect(await syncDoor(host, event.id, [present()])).toEqual({ ok: false, reason: 'closed' })
  }
})

it('lists who comes and whoever was seen, with the code that each guest has and no address', async () => {
  const { host, event, guest } = await scene()
  const left = await makeRsvp({ eventId: event.id, status: 'cancelled' })
  expect((await doorList(host, event.id))?.guests).toHaveLength(1)
  await syncDoor(host, event.id, [{ type: 'present', rsvpId: left.id, id: randomUUID(), at }])
  const list = await doorList(host, event.id)
  expect(list?.guests).toHaveLength(2)
  const code = list?.guests.find(({ rsvpId }) => rsvpId === guest.id)?.code
  expect(await ownEntryCode(guest.freelancerId, event.id)).toBe(code)
  expect(await ownEntryCode(left.freelancerId, event.id)).toBeNull()
  expect(JSON.stringify(list)).not.toContain('@')
})

it('forgets the names of walk-ins a month after the end, and not that they came', async () => {
  const day = 24 * 60
  const walkIn = async (ended: number) => {
    const { event } = await scene({ startsAt: ago(ended * day + 60), endsAt: ago(ended * day) })
    await db.walkIn.create({ data: { id: randomUUID(), eventId: event.id, name: 'Bob' } })
    return async () => (await db.walkIn.findMany({ where: { eventId: event.id } })).map(({ name }) => name)
  }
  const [recent, old] = [await walkIn(29), await walkIn(31)]
  expect(await forgetWalkInNames(now())).toBe(1)
  expect(await recent()).toEqual(['Bob'])
  expect(await old()).toEqual([''])
})
