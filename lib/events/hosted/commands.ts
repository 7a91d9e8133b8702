import type { Actor } from '@/lib/accounts/schema'
import { now } from '@/lib/clock'
import type { Transaction } from '@/lib/db'

/**
 * An event that this person hosts, its row locked until the transaction ends and its expired holds given back; null
 * for anybody else.
 */
export async function lockHosted(tx: Transaction, actor: Pick<Actor, 'id'>, id: string) {
  const hosted = await tx.$queryRaw<unknown[]>`
    SELECT rsvp_fill(id, ${now()}) FROM events
    WHERE id = ${id}::uuid AND (organizer_id = ${actor.id}::uuid OR EXISTS (
      SELECT FROM event_hosts WHERE event_id = events.id AND freelancer_id = ${actor.id}::uuid))`
  if (hosted.length === 0) return null
  return tx.event.findUnique({ where: { id }, include: { hosts: { select: { freelancerId: true } } } })
}
