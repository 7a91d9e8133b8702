import { z } from 'zod'
import type { Actor } from '@/lib/accounts/schema'
import { db } from '@/lib/db'
import type { HalfDay } from '@/lib/presence/halfdays/schema'
import { firstName } from '@/lib/rsvps/rules'
import { keptBy } from '@/lib/spaces/owners/queries'
import { trialHalfDays } from './rules'

/** A date of the database as YYYY-MM-DD. */
const dayOf = (day: Date) => day.toISOString().slice(0, 10)

const place = { lat: true, lng: true, country: true, timeZone: true, openingHours: true } as const

/**
 * What a place's page offers whoever would like to try it: the half-days, and what they asked for last. Null where no first
 * day is offered, or nobody is there to answer: then the note says what to do.
 */
export async function trialAt(spaceId: string, actor: Actor | null, now: Date) {
  const space = await db.space.findFirst({
    where: { id: spaceId, trialDay: true, closedOn: null, owners: { some: {} } },
    select: { ...place, trials: { where: { freelancerId: { in: actor ? [actor.id] : [] } } } },
  })
  if (!space) return null
  const { trials, ...where } = space
  const [mine] = trials
  return {
    halfDays: trialHalfDays(where, now),
    mine: mine && !isOver(mine.day, now) ? { ...mine, day: dayOf(mine.day) } : null,
  }
}

export type TrialHere = NonNullable<Awaited<ReturnType<typeof trialAt>>>

const isOver = (day: Date, now: Date) => now.getTime() - day.getTime() > 86_400_000

/** Who asked for a first day at a space, soonest first, for those who keep it alone; with half-days to propose instead. */
export async function trialsOf(spaceId: string, actor: Actor, now: Date) {
  if (!z.uuid().safeParse(spaceId).success) return null
  const space = await db.space.findFirst({
    where: { id: spaceId, ...keptBy(actor.id) },
    select: {
      ...place,
      trials: {
        where: { day: { gte: new Date(now.getTime() - 86_400_000) } },
        orderBy: [{ day: 'asc' }, { half: 'asc' }, { freelancerId: 'asc' }],
        take: 100,
        select: {
          ...{ freelancerId: true, day: true, half: true, status: true },
          freelancer: { select: { name: true } },
        },
      },
    },
  })
  if (!space) return null
  const { trials, ...where } = space
  return {
    halfDays: trialHalfDays(where, now),
    requests: trials.map(({ freelancerId, freelancer, day, half, status }) => ({
      ...{ personId: freelancerId, name: firstName(freelancer.name), status },
      when: { day: dayOf(day), half } satisfies HalfDay,
    })),
  }
}

export type Trials = NonNullable<Awaited<ReturnType<typeof trialsOf>>>

/** A request as the letters about it tell of it; null when it is gone. */
export async function trialForMail(spaceId: string, freelancerId: string) {
  const trial = await db.spaceTrial.findUnique({
    where: { spaceId_freelancerId: { spaceId, freelancerId } },
    select: {
      ...{ day: true, half: true, status: true, reachable: true },
      space: { select: { id: true, name: true, city: true } },
      freelancer: { select: { name: true, user: { select: { id: true, email: true, locale: true } } } },
    },
  })
  if (!trial) return null
  const { freelancer, day, ...rest } = trial
  return { ...rest, day: dayOf(day), name: firstName(freelancer.name), person: freelancer.user }
}

export type MailedTrial = NonNullable<Awaited<ReturnType<typeof trialForMail>>>
