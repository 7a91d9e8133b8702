import { randomUUID } from 'node:crypto'
import type { Actor } from '@/lib/accounts/schema'
import { now } from '@/lib/clock'
import { db } from '@/lib/db'
import type { Prisma } from '@/prisma/client/client'

/** Milliseconds. */
const HOUR = 3_600_000

/** Le Suquet, Cannes. */
const SOMEWHERE = { lat: 43.5513, lng: 7.0128, timeZone: 'Europe/Paris' }

type FreelancerValues = Partial<Omit<Prisma.FreelancerUncheckedCreateInput, 'id'>> & {
  email?: string
  locale?: string
}

/** A person who has signed in once and takes part in seeing people again, with the account behind them. */
export async function makeFreelancer({ email, locale = 'fr', ...values }: FreelancerValues = {}) {
  const user = await db.user.create({
    data: {
      email: email ?? `person-${randomUUID()}@example.org`,
      emailVerified: now(),
      locale,
      freelancer: { create: { name: 'Camille', seeAgain: true, ...values } },
    },
    include: { freelancer: true },
  })
  if (!user.freelancer) throw new Error('a user was made without a freelancer')
  return { ...user.freelancer, email: user.email, locale: user.locale }
}

export type MadeFreelancer = Awaited<ReturnType<typeof makeFreelancer>>

/** The person as commands know them. */
export function toActor({ id, name, email, locale }: MadeFreelancer): Actor {
  return { id, name, email, locale: locale === 'en' ? 'en' : 'fr' }
}

export function makeSpace(values: Partial<Prisma.SpaceUncheckedCreateInput> = {}) {
  return db.space.create({
    data: { kind: 'coworking', name: 'La Bulle', city: 'Cannes', country: 'FR', ...SOMEWHERE, ...values },
  })
}

/** An afterwork without a limit of seats, tomorrow for two hours, of a new organizer unless one is given. */
export async function makeEvent(values: Partial<Prisma.EventUncheckedCreateInput> = {}) {
  const organizerId = values.organizerId ?? (await makeFreelancer()).id
  const startsAt = new Date(values.startsAt ?? now().getTime() + 24 * HOUR)
  return db.event.create({
    data: {
      kind: 'afterwork',
      title: 'Afterwork',
      startsAt,
      endsAt: new Date(startsAt.getTime() + 2 * HOUR),
      ...SOMEWHERE,
      ...values,
      organizerId,
    },
  })
}

/** A row of the guest list as it stands; `joinEvent` is the way to one that is counted. */
export async function makeRsvp(values: Partial<Prisma.RsvpUncheckedCreateInput> = {}) {
  return db.rsvp.create({
    data: {
      status: 'going',
      position: 1,
      ...values,
      eventId: values.eventId ?? (await makeEvent()).id,
      freelancerId: values.freelancerId ?? (await makeFreelancer()).id,
    },
  })
}
