import type { Actor } from '@/lib/accounts/schema'
import { isAdmin } from '@/lib/admin/queries'
import { db } from '@/lib/db'
import { distance } from '@/lib/geo/distance'

const space = {
  select: {
    ...{ id: true, kind: true, name: true, street: true, postcode: true, city: true, lat: true, lng: true },
    ...{ website: true, phone: true, openingHours: true, approximate: true },
    sources: { select: { source: true } },
    _count: { select: { events: true } },
  },
} as const

/** Two spaces that may be one, as a person compares them. `score` is from 0 to 1; `metres` lie between them. */
export type Pair = Awaited<ReturnType<typeof doubtfulPairs>>['pairs'][number]

/** Pairs that wait for a decision, the likeliest first, and how many there are; nothing for who is no administrator. */
export async function doubtfulPairs(actor: Actor, limit: number) {
  if (!isAdmin(actor)) return { pairs: [], total: 0 }
  const where = {
    status: 'open',
    first: { closedOn: null },
    second: { closedOn: null },
  } as const
  const [rows, total] = await Promise.all([
    db.spaceDouble.findMany({
      where,
      orderBy: [{ score: 'desc' }, { firstId: 'asc' }, { secondId: 'asc' }],
      take: limit,
      select: { score: true, first: space, second: space },
    }),
    db.spaceDouble.count({ where }),
  ])
  const pairs = rows.map(({ score, first, second }) => ({
    score,
    metres: Math.round(distance(first, second)),
    spaces: [sideOf(first), sideOf(second)] as const,
  }))
  return { pairs, total }
}

const sideOf = <T extends { sources: { source: string }[]; _count: { events: number } }>({
  sources,
  _count,
  ...rest
}: T) => ({ ...rest, sources: [...new Set(sources.map(({ source }) => source))], events: _count.events })
