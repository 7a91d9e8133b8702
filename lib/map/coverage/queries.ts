import { setImmediate } from 'node:timers/promises'
import { db } from '@/lib/db'
import { notAtHome } from '@/lib/homes/queries'
import { soughtOnce } from '@/lib/map/filters/queries'
import { NO_FILTERS } from '@/lib/map/rules'
import { townAt } from '@/lib/towns/named/queries'
import type { Town } from '@/lib/towns/rules'
import { slugOfTown } from '@/lib/towns/slugs/queries'

/** A town that has something on the map. Tables at homes do not count: no list of towns leads to one. */
export type Covered = {
  slug: string
  town: Town
  spaces: number
  /** To come, each series once. */
  events: number
  /** The last change to any of them. */
  changed: Date
}

type Cell = Pick<Covered, 'spaces' | 'events' | 'changed'> & { city: string; lat: number; lng: number }

/** Milliseconds for which an answer is fresh, and for which an old one is given while a new one is made. */
const FRESH = 600_000
const KEPT = 3_600_000

let kept: { at: number; towns: Covered[] } | null = null
let coming: Promise<Covered[]> | null = null

/**
 * Every town with a place to work or an outing to come, by the order of their slugs. One query, and one pass over what
 * it answers, every ten minutes at most; in between, and while that is made, the last answer.
 */
export async function coverage(now: Date): Promise<Covered[]> {
  const age = kept ? Math.abs(now.getTime() - kept.at) : Number.POSITIVE_INFINITY
  if (kept && age < FRESH) return kept.towns
  coming ??= counted(now).finally(() => {
    coming = null
  })
  if (!kept || age >= KEPT) return coming
  // Whoever comes next hears of it if the database does not answer.
  coming.catch(() => undefined)
  return kept.towns
}

/** Cells between two breaths of the process. */
const BREATH = 500

async function counted(now: Date): Promise<Covered[]> {
  const bySlug = new Map<string, Covered>()
  for (const [at, cell] of (await cells(now)).entries()) {
    if (at % BREATH === BREATH - 1) await setImmediate()
    const town = await townAt(cell.city, cell)
    const slug = town && (await slugOfTown(town.id))
    if (!town || !slug) continue
    const { spaces, events, changed } = bySlug.get(slug) ?? { spaces: 0, events: 0, changed: cell.changed }
    bySlug.set(slug, {
      ...{ slug, town, spaces: spaces + cell.spaces, events: events + cell.events },
      changed: new Date(Math.max(changed.getTime(), cell.changed.getTime())),
    })
  }
  const towns = [...bySlug.values()].sort((a, b) => (a.slug < b.slug ? -1 : 1))
  kept = { at: now.getTime(), towns }
  return towns
}

/** What is on the map, counted by the name of its town in squares of a twentieth of a degree: some five kilometres. */
function cells(now: Date): Promise<Cell[]> {
  const events = soughtOnce({ bbox: null, filters: NO_FILTERS, now, timeZone: 'UTC' })
  return db.$queryRaw<Cell[]>`
    SELECT city, avg(lat) AS lat, avg(lng) AS lng, sum(space)::int AS spaces, sum(event)::int AS events,
      max(updated_at) AS changed
    FROM (
      SELECT city, lat, lng, 1 AS space, 0 AS event, updated_at FROM spaces
        WHERE closed_on IS NULL AND kind <> 'home_table'
      UNION ALL
      SELECT city, lat, lng, 0, 1, updated_at FROM events WHERE ${events} AND ${notAtHome} AND lat IS NOT NULL
    ) AS things
    GROUP BY city, floor(lat * 20), floor(lng * 20)`
}
