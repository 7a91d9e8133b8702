import { beforeEach, describe, expect, it } from 'vitest'
import { block } from '@/lib/blocks/commands'
import { now } from '@/lib/clock'
import { db } from '@/lib/db'
import { drain } from '@/lib/jobs/worker'
import { writtenJobs } from '@/lib/testing/jobs'
import { makeFreelancer, toActor } from '@/lib/testing/makers'
import { dropWish, forgetFaded, withdrawWish } from './commands'
import { myWish, wishAreas, wishesHere, wishesNear } from './queries'
import { wishCell } from './rules'
import { WORKING_WEEK } from './terms'

/** Nobody else's test wishes in the middle of the Massif Central. */
const ALONE = { lat: 45.1, lng: 3.2 }
const wish = { cell: ALONE, town: '', kinds: [], halfDays: WORKING_WEEK }
const DAY = 86_400_000

const person = async (name = 'Ana') => toActor(await makeFreelancer({ name }))
const around = { west: 2.9, south: 44.9, east: 3.5, north: 45.3 }

beforeEach(async () => {
  await db.wish.deleteMany()
  await db.wishDraft.deleteMany()
  await db.wishOutcome.deleteMany()
})

describe('a wish', () => {
  it('keeps the middle of a cell, never the position', async () => {
    const ana = await person()
    expect(await dropWish(ana, wish)).toEqual({ ok: true, value: { cell: wishCell(ALONE) } })
    const row = await db.wish.findUniqueOrThrow({ where: { freelancerId: ana.id } })
    expect({ lat: row.cellLat, lng: row.cellLng }).toEqual(wishCell(ALONE))
    expect(wishCell(ALONE)).not.toEqual(ALONE)
  })

  it('counts once a person, however often and wherever it is dropped', async () => {
    const ana = await person()
    await Promise.all(Array.from({ length: 8 }, () => dropWish(ana, wish)))
    expect(await wishesNear(ALONE, now())).toBe(1)
    const elsewhere = { lat: 45.3, lng: 3.2 }
    await dropWish(ana, { ...wish, cell: elsewhere, kinds: ['lunch'] })
    expect([await wishesNear(ALONE, now()), await wishesNear(elsewhere, now())]).toEqual([0, 1])
    expect(await myWish(ana, now())).toMatchObject({ cell: wishCell(elsewhere), kinds: ['lunch'] })
  })

  it('may name a town instead, and says what is wrong with what it cannot place', async () => {
    const ana = await person()
    expect((await dropWish(ana, { ...wish, cell: null, town: 'Grasse' })).ok).toBe(true)
    expect((await myWish(ana, now()))?.area).toMatch(
      /Grasse|Mouans|Peymeinade|Magagnosc|Bar-sur-Loup|Auribeau/,
    )
    expect(await dropWish(ana, { ...wish, cell: null, town: 'Zzyzx-les-Bains' })).toEqual({
      ...{ ok: false, reason: 'town_unknown' },
    })
    expect(await dropWish(ana, { ...wish, cell: null })).toEqual({ ok: false, reason: 'wish_place' })
  })

  it('is withdrawn without a trace', async () => {
    const ana = await person()
    await dropWish(ana, wish)
    await withdrawWish(ana)
    expect((await withdrawWish(ana)).ok).toBe(true)
    expect([await db.wish.count(), await db.wishOutcome.count()]).toEqual([0, 0])
    expect(await myWish(ana, now())).toBeNull()
  })

  it('is refused from the twenty-first change of a day on', async () => {
    const ana = await person()
    for (let i = 0; i < 20; i++) expect((await dropWish(ana, wish)).ok).toBe(true)
    expect(await dropWish(ana, wish)).toEqual({ ok: false, reason: 'too_many_wishes' })
  })

  it('goes with its person', async () => {
    const ana = await person()
    await dropWish(ana, wish)
    await db.user.delete({ where: { id: ana.id } })
    expect(await db.wish.count()).toBe(0)
  })
})

describe('what fades', () => {
  it('counts no more after sixty days, and is forgotten but for a row without a name', async () => {
    const [ana, bob] = [await person(), await person('Bob')]
    await dropWish(ana, wish)
    await dropWish(bob, wish)
    const old = new Date(now().getTime() - 60 * DAY)
    await db.wish.update({ where: { freelancerId: ana.id }, data: { wishedAt: old } })
    expect(await wishesNear(ALONE, now())).toBe(1)
    expect(await wishAreas(around, now())).toEqual([{ ...wishCell(ALONE), count: 1 }])
    expect(await myWish(ana, now())).toBeNull()
    expect(await forgetFaded(now())).toBe(1)
    expect((await db.wish.findMany()).map(({ freelancerId }) => freelancerId)).toEqual([bob.id])
    const [outcome] = await db.wishOutcome.findMany()
    expect(outcome).toMatchObject({ eventId: null, cellLat: wishCell(ALONE).lat })
    expect(JSON.stringify(outcome)).not.toContain(ana.id)
  })

  it('lasts sixty days more when it is renewed', async () => {
    const ana = await person()
    await dropWish(ana, wish)
    const old = new Date(now().getTime() - 59 * DAY)
    await db.wish.update({ where: { freelancerId: ana.id }, data: { wishedAt: old } })
    await dropWish(ana, wish)
    expect(await forgetFaded(new Date(now().getTime() + 50 * DAY))).toBe(0)
  })
})

describe('what others see', () => {
  it('is a number, the same for a neighbour, a blocked person and a visitor', async () => {
    const [ana, bob, cleo] = [await person(), await person('Bob'), await person('Cléo')]
    await block(ana, bob.id)
    await dropWish(ana, wish)
    const cell = wishCell(ALONE)
    for (const viewer of [bob, cleo, null])
      expect(await wishesHere(ALONE, viewer, now())).toEqual({ count: 1, cell, mine: null })
    const seen = JSON.stringify([await wishAreas(around, now()), await wishesHere(ALONE, cleo, now())])
    expect(seen).not.toContain(ana.id)
    expect(seen).not.toContain('Ana')
  })

  it('one’s own wish is known to oneself, here or elsewhere', async () => {
    const ana = await person()
    await dropWish(ana, wish)
    expect((await wishesHere(ALONE, ana, now())).mine).toBe('here')
    expect(await wishesHere({ lat: 48.86, lng: 2.35 }, ana, now())).toMatchObject({
      ...{ count: 0, mine: 'elsewhere' },
    })
  })

  it('is told in one box alone where two meet', async () => {
    await dropWish(await person(), wish)
    const { lat, lng } = wishCell(ALONE)
    const boxes = [
      { west: lng - 1, east: lng, south: lat - 1, north: lat },
      { west: lng, east: lng + 1, south: lat, north: lat + 1 },
      { west: lng - 1, east: lng, south: lat, north: lat + 1 },
      { west: lng, east: lng + 1, south: lat - 1, north: lat },
    ]
    const found = await Promise.all(boxes.map((box) => wishAreas(box, now())))
    expect(found.flat()).toHaveLength(1)
  })
})

it('a job looks around each new wish, and finds nothing to draft around a lone one', async () => {
  const ana = await person()
  await dropWish(ana, wish)
  expect((await writtenJobs('wish_dropped')).at(-1)?.payload).toMatchObject({ freelancerId: ana.id })
  await drain()
  expect(await db.wishDraft.count()).toBe(0)
})
