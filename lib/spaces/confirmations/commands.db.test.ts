import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { now } from '@/lib/clock'
import { db } from '@/lib/db'
import { writeSpaces } from '@/lib/imports/spaces/commands'
import { factsOf } from '@/lib/imports/spaces/rules'
import { makeFreelancer, makeSpace, toActor } from '@/lib/testing/makers'
import { confirmSpace, unconfirmSpace } from './commands'
import { saidLately } from './queries'

const person = async () => toActor(await makeFreelancer())
const today = () => new Date(`${now().toISOString().slice(0, 10)}T00:00:00Z`)
const confirmedOn = async (id: string) =>
  (await db.space.findUniqueOrThrow({ where: { id }, select: { confirmedOn: true } })).confirmedOn

it('one tap makes a place fresh; taking it back makes it as old as it was', async () => {
  const [ana, bob] = [await person(), await person()]
  const space = await makeSpace()
  expect(await saidLately(space, ana, now())).toBe(false)
  expect(await confirmSpace(ana, space.id)).toEqual({ ok: true, value: undefined })
  expect(await confirmedOn(space.id)).toEqual(today())
  expect([await saidLately(space, ana, now()), await saidLately(space, bob, now())]).toEqual([true, false])
  await confirmSpace(ana, space.id)
  expect(await db.spaceConfirmation.count({ where: { spaceId: space.id } })).toBe(1)

  await confirmSpace(bob, space.id)
  await unconfirmSpace(ana, space.id)
  expect(await confirmedOn(space.id)).toEqual(today())
  await unconfirmSpace(bob, space.id)
  await unconfirmSpace(bob, space.id)
  expect(await confirmedOn(space.id)).toBeNull()
})

it('an import leaves what people confirmed, and is what remains when they take it back', async () => {
  const desk = (date: string, phone: string) => {
    const tags = { check_date: date, phone }
    const point = { lat: 48, lng: 2 }
    const facts = factsOf('coworking', 'La Ruche', tags)
    return {
      externalId: 'node/9',
      hash: phone,
      point,
      timeZone: 'Europe/Paris',
      approximate: false,
      facts,
      tags,
    }
  }
  const source = { source: 'osm', licence: '' }
  await writeSpaces(source, [desk('2025-03-01', '1')], { now: now() })
  const { spaceId } = await db.spaceSource.findFirstOrThrow({
    where: { source: 'osm', externalId: 'node/9' },
  })
  const ana = await person()
  await confirmSpace(ana, spaceId)
  await writeSpaces(source, [desk('2025-06-01', '2')], { now: now() })
  expect(await confirmedOn(spaceId)).toEqual(today())
  await unconfirmSpace(ana, spaceId)
  expect(await confirmedOn(spaceId)).toEqual(new Date('2025-06-01T00:00:00Z'))
})

it('asks of no place that closed, is a home, or is not there', async () => {
  const ana = await person()
  const closed = await makeSpace({ closedOn: now() })
  expect(await saidLately(closed, ana, now())).toBeNull()
  expect(await confirmSpace(ana, closed.id)).toEqual({ ok: false, reason: 'place_unknown' })
  expect(await confirmSpace(ana, randomUUID())).toEqual({ ok: false, reason: 'place_unknown' })
  expect(await saidLately({ ...closed, closedOn: null, kind: 'home_table' }, ana, now())).toBeNull()
  expect(await saidLately({ ...closed, closedOn: null }, null, now())).toBe(false)
})

it('is limited, and goes with the account', async () => {
  const ana = await person()
  const space = await makeSpace()
  for (let i = 0; i < 30; i++) await confirmSpace(ana, space.id)
  expect(await confirmSpace(ana, space.id)).toEqual({ ok: false, reason: 'too_many_confirmations' })
  await db.freelancer.delete({ where: { id: ana.id } })
  expect(await db.spaceConfirmation.count({ where: { spaceId: space.id } })).toBe(0)
})
