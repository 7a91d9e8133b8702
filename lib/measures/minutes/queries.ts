import type { Actor } from '@/lib/accounts/schema'
import { db } from '@/lib/db'
import type { Histogram } from '@/lib/measures/rules'

/** What is counted of somebody who agreed to it; null for everybody else. */
export function myMinutes(actor: Pick<Actor, 'id'>): Promise<{ seconds: number; since: Date } | null> {
  return db.minutesCounter.findUnique({
    where: { personId: actor.id },
    select: { seconds: true, since: true },
  })
}

/** Minutes that people spent here for one outing, in each week since one (a Monday) and before another. */
export async function minutesSpent(since: Date, before: Date): Promise<{ week: Date; spent: Histogram }[]> {
  const rows = await db.minutesSpent.findMany({ where: { week: { gte: since, lt: before } } })
  const weeks = Map.groupBy(rows, ({ week }) => week.getTime())
  return [...weeks].map(([week, spent]) => ({
    week: new Date(week),
    spent: spent.map(({ minutes, people }) => ({ value: minutes, people })),
  }))
}
