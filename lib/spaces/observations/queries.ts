import type { Actor } from '@/lib/accounts/schema'
import { db } from '@/lib/db'
import type { ObservedTopic } from './schema'

/** How many said something of a topic, when the last of them did, and what the viewer said. */
export type Observed = { people: number; latest: Date; mine: number | null }
export type ObservedHere = Partial<Record<ObservedTopic, Observed>>

/** What people found at a place, by topic; null where nobody is to be asked. */
export async function observedAt(
  { id, closedOn, kind }: { id: string; closedOn: Date | null; kind: string },
  actor: Actor | null,
): Promise<ObservedHere | null> {
  if (closedOn !== null || kind === 'home_table') return null
  const rows = await db.$queryRaw<({ topic: ObservedTopic } & Observed)[]>`
    SELECT topic::text AS topic, count(*)::int AS people, max(observed_at) AS latest,
      max(value) FILTER (WHERE freelancer_id = ${actor?.id ?? null}::uuid) AS mine
    FROM space_observations WHERE space_id = ${id}::uuid GROUP BY topic`
  return Object.fromEntries(rows.map(({ topic, ...observed }) => [topic, observed]))
}
