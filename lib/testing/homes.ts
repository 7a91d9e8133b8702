import { now } from '@/lib/clock'
import { db } from '@/lib/db'
import type { Prisma } from '@/prisma/client/client'
import { makeEvent, makeFreelancer, makeRsvp } from './makers'

const DAY = 24 * 3_600_000
const ago = (days: number) => new Date(now().getTime() - days * DAY)

/** Somebody who may host a table at home and sit at one. */
export async function makeIdentified(values: Parameters<typeof makeFreelancer>[0] = {}) {
  const profile = { name: 'Inès', trade: 'Graphiste', area: 'Cannes', visibility: 'members' as const }
  const person = await makeFreelancer({ ...profile, ...values })
  await db.user.update({ where: { id: person.id }, data: { createdAt: ago(15) } })
  const past = await makeEvent({
    seatsTaken: 1,
    startsAt: ago(3),
    endsAt: new Date(ago(3).getTime() + 3_600_000),
  })
  await makeRsvp({ eventId: past.id, freelancerId: person.id })
  return person
}

/** What leads to the door, and must not be told. */
export const HOME = { placeName: 'Interphone Bulle', address: '5 rue du Port', lat: 43.5512, lng: 7.0128 }

/** Words and numbers that give the door away. */
export const DOOR = /Interphone|rue du Port|43\.5512|7\.0128/

/** A table at home, tomorrow for two hours. */
export function makeHomeTable(values: Partial<Prisma.EventUncheckedCreateInput> = {}) {
  return makeEvent({
    kind: 'home_table',
    title: 'Table à la maison · Cannes',
    city: 'Cannes',
    lat: 43.555,
    lng: 7.015,
    hiddenPlace: HOME,
    capacity: 4,
    approval: true,
    listVisibility: 'guests',
    ...values,
  })
}
