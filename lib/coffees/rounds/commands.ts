import { arranged } from '@/lib/coffees/arranging/queries'
import { propose } from '@/lib/coffees/commands'
import { decidedBy, nextWeek } from '@/lib/coffees/halfdays/rules'
import { matchRound } from '@/lib/coffees/matching/rules'
import { openings } from '@/lib/coffees/places/queries'
import type { Proposal } from '@/lib/coffees/schema'
import { db } from '@/lib/db'
import { lunchesFor } from '@/lib/presence/clientdays/queries'
import { drawnTogether, keptApart, participants } from './queries'

/** Milliseconds: a country takes a while. */
const TIMEOUT = 15 * 60_000

/**
 * Draws the coffees and lunches of the week after `at`, once: whoever comes second finds the week taken. Proposals, mails and the
 * claim are written together or not at all. Answers how many coffees were proposed.
 */
export async function drawRound(at: Date): Promise<number> {
  const week = nextWeek(at)
  const key = { week: new Date(`${week}T00:00:00Z`) }
  if (await db.coffeeRound.findUnique({ where: key, select: { week: true } })) return 0
  const proposals = [...(await arrange(week, at)), ...(await lunches(week, at))]
  return db.$transaction(
    async (tx) => {
      const { count } = await tx.coffeeRound.createMany({
        data: [{ ...key, drawnAt: at }],
        skipDuplicates: true,
      })
      if (count === 0) return 0
      for (const proposal of proposals) await propose(tx, proposal)
      return proposals.length
    },
    { timeout: TIMEOUT, maxWait: TIMEOUT },
  )
}

/** Milliseconds. */
const QUARTER = 15 * 60_000
const DAY = 86_400_000

/** Lunches of people who are at their clients' on the same day, a quarter of an hour earlier or later, too. */
async function lunches(week: string, at: Date): Promise<Proposal[]> {
  return (await lunchesFor(week, at)).flatMap(({ startsAt, timeZone, ...lunch }) => {
    const options = [-1, 0, 1].map((step) => new Date(startsAt.getTime() + step * QUARTER))
    const decideBy = new Date(Math.max(decidedBy(week, timeZone).getTime(), at.getTime() + DAY))
    return options.every((option) => option > decideBy)
      ? [{ kind: 'lunch' as const, week, timeZone, options, decideBy, ...lunch }]
      : []
  })
}

async function arrange(week: string, at: Date): Promise<Proposal[]> {
  const people = await participants(week, at)
  const ids = people.map(({ id }) => id)
  const [together, apart] = await Promise.all([drawnTogether(ids, week), keptApart(ids)])
  const ties = {
    met: together.map(({ a, b, weeksAgo }) => [a, b, weeksAgo] as const),
    apart: apart.map(({ a, b }) => [a, b] as const),
  }
  const candidates = people.map(({ halfDays, ...person }) => ({ ...person, slots: halfDays }))
  const { tables } = matchRound(candidates, ties, week)
  const byId = new Map(people.map((person) => [person.id, person]))
  const openAt = openings()
  const proposals: Proposal[] = []
  for (const table of tables) {
    const seated = table.flatMap((id) => byId.get(id) ?? [])
    const proposal = await arranged(seated, { week, at, openAt })
    if (proposal) proposals.push(proposal)
  }
  return proposals
}
