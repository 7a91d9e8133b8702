import { randomUUID } from 'node:crypto'
import { Temporal } from 'temporal-polyfill'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/accounts/schema'
import { block, unblock } from '@/lib/blocks/commands'
import { now } from '@/lib/clock'
import { db } from '@/lib/db'
import { tilesOf } from '@/lib/geo/tiles'
import { NO_FILTERS } from '@/lib/map/rules'
import { tileFromDatabase } from '@/lib/map/tiles/queries'
import { sayable } from '@/lib/presence/halfdays/rules'
import { makeEvent, makeFreelancer, makeRsvp, makeSpace, toActor } from '@/lib/testing/makers'
import { forgetPast, takeBack, workHere } from './commands'
import { myPresences, workingAt, workingHere } from './queries'

const PARIS = { cellLat: 48.86, cellLng: 2.36 }
const NICE = { cellLat: 43.705, cellLng: 7.265 }
const ZONE = 'Europe/Paris'

/** The last of the half-days that may be said at the time of the run: there always is one. */
function soon() {
  const last = sayable(now(), ZONE).at(-1)
  if (!last) throw new Error('there is no half-day to say')
  return last
}

const member = async (name: string, values: Parameters<typeof makeFreelancer>[0] = {}) =>
  toActor(await makeFreelancer({ name, visibility: 'members', ...NICE, ...values }))

let [ana, bob]: Actor[] = []
let bulle: Awaited<ReturnType<typeof makeSpace>>

beforeEach(async () => {
  ;[ana, bob] = [await member('Ana Arvelle'), await member('Bob Bontour')]
  bulle = await makeSpace()
})

const people = () => ({ ana: ana as Actor, bob: bob as Actor })

/** What a reader sees of La Bulle, in the list and on its page. */
async function seenBy(viewer: Pick<Actor, 'id'> | null) {
  const [card, page] = await Promise.all([
    workingAt([bulle.id], viewer, now()),
    workingHere(bulle, viewer, now()),
  ])
  const half = page?.halfDays.find(({ day, half }) => day === soon().day && half === soon().half)
  return { card: card[bulle.id], half }
}

const say = (actor: Actor, spaceId = bulle.id) => workHere(actor, { spaceId, ...soon() })

describe('saying it', () => {
  it('counts for everybody, once however often it is said, and is taken back in one tap', async () => {
    const { ana } = people()
    expect(await say(ana)).toEqual({ ok: true })
    expect(await say(ana)).toEqual({ ok: true })
    expect((await seenBy(null)).card).toMatchObject({ count: 1, names: [], met: 0 })
    expect((await seenBy(null)).half).toMatchObject({ count: 1, names: [], mine: false })
    expect((await seenBy(ana)).half).toMatchObject({ count: 1, names: [], mine: true })
    expect(await takeBack(ana, soon())).toEqual({ ok: true })
    expect(await takeBack(ana, soon())).toEqual({ ok: true })
    expect((await seenBy(null)).card).toBeUndefined()
  })

  it('another place in the same half-day moves it', async () => {
    const { ana } = people()
    const ruche = await makeSpace({ name: 'La Ruche', kind: 'cafe' })
    await say(ana, ruche.id)
    expect((await seenBy(ana)).half).toMatchObject({ mine: false, elsewhere: 'La Ruche' })
    await say(ana)
    expect(await workingAt([ruche.id], null, now())).toEqual({})
    expect((await myPresences(ana, now())).map(({ space }) => space.name)).toEqual(['La Bulle'])
    expect((await seenBy(null)).card?.count).toBe(1)
  })

  it('from ten phones at once, at two places, leaves somebody at one of them', async () => {
    const { ana } = people()
    const ruche = await makeSpace({ name: 'La Ruche' })
    const said = await Promise.all(
      Array.from({ length: 10 }, (_, i) => say(ana, i % 2 === 0 ? bulle.id : ruche.id)),
    )
    expect(said.every(({ ok }) => ok)).toBe(true)
    const counts = await workingAt([bulle.id, ruche.id], null, now())
    expect(Object.values(counts).map(({ count }) => count)).toEqual([1])
  })

  it('is for public places alone, that exist', async () => {
    const { ana } = people()
    const home = await makeSpace({ name: 'Chez Ariane', kind: 'home_table' })
    for (const id of [home.id, randomUUID()])
      expect(await say(ana, id)).toEqual({ ok: false, reason: 'place_unknown' })
    expect(await workingHere(home, ana, now())).toBeNull()
    for (const kind of ['third_place', 'cafe', 'library'] as const)
      expect(await say(ana, (await makeSpace({ kind })).id)).toEqual({ ok: true })
  })

  it('is for half-days that are on or near', async () => {
    const { ana } = people()
    const refused = { ok: false, reason: 'presence_when' }
    const { day } = soon()
    for (const days of [-1, 2]) {
      const other = Temporal.PlainDate.from(day).add({ days }).toString()
      expect(await workHere(ana, { spaceId: bulle.id, day: other, half: 'morning' })).toEqual(refused)
    }
  })

  it('is refused where the place is known to be closed, and only there', async () => {
    const { ana } = people()
    const closed = await makeSpace({ openingHours: 'Mo-Su 19:00-23:00' })
    expect(await say(ana, closed.id)).toEqual({ ok: false, reason: 'presence_closed' })
    expect((await workingHere(closed, null, now()))?.halfDays.every(({ closed }) => closed)).toBe(true)
    const unreadable = await makeSpace({ openingHours: 'demander au comptoir' })
    expect(await say(ana, unreadable.id)).toEqual({ ok: true })
    expect((await workingHere(unreadable, null, now()))?.halfDays.some(({ closed }) => closed)).toBe(false)
  })

  it('twenty times a day, so that nobody looks around by it', async () => {
    const { ana } = people()
    for (let i = 0; i < 20; i += 1) expect((await say(ana)).ok).toBe(true)
    expect(await say(ana)).toEqual({ ok: false, reason: 'too_many_presences' })
  })
})

describe('who reads a name', () => {
  it('those near by; those far away, once they are there themselves; no visitor', async () => {
    const { ana, bob } = people()
    const far = await member('Paul', PARIS)
    const nowhere = await member('Zoé', { cellLat: null, cellLng: null })
    await say(ana)
    expect((await seenBy(bob)).half?.names).toEqual(['Ana'])
    expect((await seenBy(bob)).card?.names).toEqual(['Ana'])
    for (const reader of [null, far, nowhere]) {
      expect((await seenBy(reader)).half).toMatchObject({ count: 1, names: [], met: 0 })
      expect((await seenBy(reader)).card).toMatchObject({ count: 1, names: [], met: 0 })
    }
    await say(far)
    expect((await seenBy(far)).half).toMatchObject({ count: 2, names: ['Ana'], mine: true })
    expect((await seenBy(bob)).half?.names).toEqual(['Ana', 'Paul'])
    expect((await seenBy(nowhere)).half?.names).toEqual([])
  })

  it('of first names and nothing that says where anybody lives', async () => {
    const { ana, bob } = people()
    await say(ana)
    await say(bob)
    const all = JSON.stringify([await seenBy(bob), await myPresences(bob, now()), await seenBy(null)])
    expect(all).toContain('Ana')
    expect(all).not.toMatch(/Arvelle|example\.org|43\.705|7\.265/)
    expect(all).not.toContain(ana.id)
  })

  it('a hidden person is counted, not named, and is told so', async () => {
    const { bob } = people()
    const hidden = await member('Inès', { visibility: 'hidden' })
    await say(hidden)
    expect((await seenBy(bob)).half).toMatchObject({ count: 1, names: [] })
    expect((await workingHere(bulle, hidden, now()))?.hidden).toBe(true)
    expect((await workingHere(bulle, bob, now()))?.hidden).toBe(false)
  })

  it('a block hides both ways, whoever it was, also where both are there', async () => {
    const { ana, bob } = people()
    await say(ana)
    await say(bob)
    await block(ana, bob.id)
    for (const reader of [ana, bob]) {
      expect((await seenBy(reader)).half).toMatchObject({ count: 2, names: [], met: 0 })
      expect((await seenBy(reader)).card?.names).toEqual([])
      expect((await myPresences(reader, now()))[0]).toMatchObject({ count: 2, names: [] })
    }
    await unblock(ana, bob.id)
    expect((await seenBy(bob)).half?.names).toEqual(['Ana'])
  })

  it('people met come first, and are counted as such', async () => {
    const { ana, bob } = people()
    const over = { startsAt: new Date(+now() - 9 * 3_600_000), endsAt: new Date(+now() - 7 * 3_600_000) }
    const event = await makeEvent(over)
    for (const { id } of [ana, bob]) await makeRsvp({ eventId: event.id, freelancerId: id })
    const aaron = await member('Aaron')
    for (const actor of [ana, aaron]) await say(actor)
    expect((await seenBy(bob)).half).toMatchObject({ count: 2, names: ['Ana', 'Aaron'], met: 1 })
    expect((await seenBy(bob)).card).toMatchObject({ met: 1 })
    expect((await seenBy(aaron)).half).toMatchObject({ names: ['Ana'], met: 0 })
  })
})

describe('the end of it', () => {
  it('is shown no more from its last minute on, and the sweep forgets it', async () => {
    const { ana, bob } = people()
    await say(ana)
    const { endsAt } = await db.presence.findFirstOrThrow({ where: { freelancerId: ana.id } })
    const before = new Date(+endsAt - 1)
    expect(await workingAt([bulle.id], bob, before)).toMatchObject({
      [bulle.id]: { count: 1, names: ['Ana'] },
    })
    expect(await workingAt([bulle.id], bob, endsAt)).toEqual({})
    expect((await workingHere(bulle, bob, endsAt))?.halfDays.every(({ count }) => count === 0)).toBe(true)
    expect(await myPresences(ana, endsAt)).toEqual([])
    await forgetPast(before)
    expect(await db.presence.count({ where: { freelancerId: ana.id } })).toBe(1)
    expect(await forgetPast(endsAt)).toBeGreaterThan(0)
    expect(await db.presence.count({ where: { freelancerId: ana.id } })).toBe(0)
  })

  it('leaves the place a number, for three months', async () => {
    const { ana, bob } = people()
    for (const actor of [ana, bob]) await say(actor)
    const { endsAt, day } = await db.presence.findFirstOrThrow({ where: { freelancerId: ana.id } })
    await forgetPast(endsAt)
    const kept = () => db.spaceVisits.findMany({ where: { spaceId: bulle.id } })
    expect(await kept()).toEqual([{ spaceId: bulle.id, day, halfDays: 2 }])
    await forgetPast(new Date(day.getTime() + 90 * 86_400_000))
    expect(await kept()).toHaveLength(1)
    await forgetPast(new Date(day.getTime() + 91 * 86_400_000))
    expect(await kept()).toEqual([])
  })

  it('goes with the account, and with the place', async () => {
    const { ana, bob } = people()
    await say(ana)
    await db.user.delete({ where: { id: ana.id } })
    expect((await seenBy(null)).card).toBeUndefined()
    await say(bob)
    await db.space.delete({ where: { id: bulle.id } })
    expect(await myPresences(bob, now())).toEqual([])
  })
})

it('the map says the same number to everybody, of the next half-day in which anybody is there', async () => {
  const { ana, bob } = people()
  const at = { lat: 45.001, lng: 3.001 }
  const space = await makeSpace({ name: 'Le Zinc', ...at })
  await makeSpace({ name: 'La Rade', lat: 45.002, lng: 3.002 })
  const [tile = { z: 0, x: 0, y: 0 }] = tilesOf({ west: 3, south: 45, east: 3.003, north: 45.003 }, 14)
  const working = async (when = now()) => {
    const { points } = await tileFromDatabase(tile, NO_FILTERS, when)
    return points.map((point) => (point.type === 'space' ? [point.title, point.working] : []))
  }
  for (const actor of [ana, bob]) await say(actor, space.id)
  expect(await working()).toEqual(
    expect.arrayContaining([
      ['Le Zinc', 2],
      ['La Rade', 0],
    ]),
  )
  const { endsAt } = await db.presence.findFirstOrThrow({ where: { spaceId: space.id } })
  const later = new Date(+endsAt + 6 * 3_600_000)
  const third = await member('Cléo')
  const day = endsAt
  await db.presence.create({
    data: { freelancerId: third.id, spaceId: space.id, day, half: 'morning', endsAt: later },
  })
  expect((await working()).find(([title]) => title === 'Le Zinc')).toEqual(['Le Zinc', 2])
  expect((await working(endsAt)).find(([title]) => title === 'Le Zinc')).toEqual(['Le Zinc', 1])
  expect((await working(later)).find(([title]) => title === 'Le Zinc')).toEqual(['Le Zinc', 0])
})
