import { expect, test } from 'vitest'
import { block } from '@/lib/blocks/commands'
import { now } from '@/lib/clock'
import { db } from '@/lib/db'
import { makeEvent, makeFreelancer, makeRsvp, toActor } from '@/lib/testing/makers'
import { activitiesFor } from './queries'

const home = { cellLat: 43.555, cellLng: 7.013 }
const outside = (title: string, values: Parameters<typeof makeEvent>[0] = {}) =>
  makeEvent({ kind: 'outside_work', title, ...values })

test('near, to come, not answered yet, and of nobody who is blocked; ranked by what one may know', async () => {
  const ana = toActor(await makeFreelancer({ trade: 'Traductrice', interests: ['salsa'], ...home }))
  const found = async () =>
    (await activitiesFor(ana, now(), 4)).map(({ event, interest, otherTrades }) => [
      event.title,
      interest,
      otherTrades,
    ])
  expect(await found()).toEqual([])
  const walk = await outside('Balade')
  const dance = await outside('Salsa du soir')
  await outside('Loin', { lat: 48.85, lng: 2.35 })
  await outside('Brouillon', { status: 'draft' })
  await makeEvent({ kind: 'lunch', title: 'Déjeuner' })
  const mine = await outside('À moi', { organizerId: ana.id })
  expect(mine.organizerId).toBe(ana.id)
  const bob = await makeFreelancer({ trade: 'Photographe', visibility: 'members' })
  const hidden = await makeFreelancer({ trade: 'Comptable', visibility: 'hidden' })
  const unlisted = await makeFreelancer({ trade: 'Coach', visibility: 'members' })
  await makeRsvp({ eventId: walk.id, freelancerId: bob.id })
  await makeRsvp({ eventId: walk.id, freelancerId: hidden.id, position: 2 })
  await makeRsvp({ eventId: walk.id, freelancerId: unlisted.id, position: 3, unlisted: true })
  expect(await found()).toEqual([
    ['Salsa du soir', 'salsa', 0],
    ['Balade', null, 1],
  ])
  await db.event.update({ where: { id: walk.id }, data: { listVisibility: 'guests' } })
  expect(await found()).toContainEqual(['Balade', null, 0])
  await makeRsvp({ eventId: dance.id, freelancerId: ana.id })
  expect(await found()).toEqual([['Balade', null, 0]])
  await block(ana, walk.organizerId)
  expect(await found()).toEqual([])
})

test('nothing for somebody whose home is not known', async () => {
  await outside('Pétanque')
  expect(await activitiesFor(await makeFreelancer(), now(), 4)).toEqual([])
})
