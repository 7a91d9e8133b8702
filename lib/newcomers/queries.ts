import type { Actor } from '@/lib/accounts/schema'
import { db } from '@/lib/db'
import { greetersFor } from '@/lib/newcomers/greeters/queries'
import { type SuggestedEvent, suggestionsFor } from '@/lib/suggestions/queries'
import { Prisma } from '@/prisma/client/client'
import { daysLeft, nextStep, type Progress, SMALL, walked } from './rules'

const seat = (freelancerId: string) => ({ seats: { some: { freelancerId } } })

async function progressOf(id: string, startedAt: Date, now: Date): Promise<Progress> {
  const since = { createdAt: { gte: startedAt } }
  const said = { seats: { some: { freelancerId: id, answer: 'yes' as const } } }
  const [welcomed, asked, greeters, coffees, member, events] = await Promise.all([
    db.coffee.count({ where: { welcome: true, status: 'agreed', ...said, ...since } }),
    db.coffee.count({
      where: { welcome: true, status: 'proposed', decideBy: { gt: now }, ...seat(id), ...since },
    }),
    greetersFor(id, now),
    db.coffee.count({ where: { welcome: false, kind: 'coffee', status: 'agreed', ...said, ...since } }),
    db.coffeeMember.count({ where: { freelancerId: id, pausedAt: null } }),
    db.rsvp.count({
      where: {
        freelancerId: id,
        status: 'going',
        event: { status: 'published', startsAt: { gt: startedAt } },
      },
    }),
  ])
  return {
    startedAt,
    greeter: welcomed > 0 ? 'agreed' : asked > 0 ? 'asked' : 'none',
    greeterNear: greeters.length > 0,
    coffee: coffees > 0 ? 'agreed' : member > 0 ? 'awaited' : 'none',
    events,
  }
}

/** Small enough for somebody who knows nobody, or said to be for them. */
const small = Prisma.sql`(capacity <= ${SMALL} OR good_for_newcomers)`

/** The way of somebody who is new in town: the next step and what it takes; null while they are on none. */
export async function myWay(actor: Pick<Actor, 'id'>, now: Date) {
  const row = await db.newcomer.findUnique({ where: { freelancerId: actor.id }, select: { startedAt: true } })
  if (!row) return null
  const progress = await progressOf(actor.id, row.startedAt, now)
  const step = nextStep(progress, now)
  const [idea]: SuggestedEvent[] = step === 'event' ? await suggestionsFor(actor, now, 1, small) : []
  return {
    step,
    idea: idea ?? null,
    walked: walked(progress),
    daysLeft: daysLeft(progress, now),
    asked: progress.greeter === 'asked',
  }
}

export type MyWay = NonNullable<Awaited<ReturnType<typeof myWay>>>
