import type { Actor } from '@/lib/accounts/schema'
import { now } from '@/lib/clock'
import { db } from '@/lib/db'
import { lockHosted } from '@/lib/events/hosted/commands'
import { enqueue } from '@/lib/jobs/commands'
import { takeToken } from '@/lib/limits/commands'
import { ok, type Result, refuse } from '@/lib/result'
import { MESSAGES_OF_HOST, mayWrite, nextMessageAt } from './rules'
import type { MessageInput } from './schema'

export type MessageRefusal = 'not_found' | 'over' | 'too_many_messages'

/**
 * Sends a word to everybody who comes, and if asked to those who wait, ask or may come. At most three a day for an
 * event. The same message sent again is one.
 */
export async function sendMessage(
  actor: Actor,
  { eventId, messageId, body, everybody, answers }: MessageInput,
): Promise<Result<undefined, MessageRefusal>> {
  const allowed = await takeToken('host-message', actor.id, MESSAGES_OF_HOST, now())
  return db.$transaction(async (tx) => {
    const event = await lockHosted(tx, actor, eventId)
    if (!event || event.status === 'draft') return refuse('not_found')
    const sent = await tx.hostMessage.findMany({
      where: { eventId },
      orderBy: { createdAt: 'desc' },
      take: 10,
      select: { id: true, createdAt: true },
    })
    if (sent.some(({ id }) => id === messageId)) return ok()
    if (!mayWrite(event, now())) return refuse('over')
    const times = sent.map(({ createdAt }) => createdAt)
    if (!allowed || nextMessageAt(times, now())) return refuse('too_many_messages')
    const { count } = await tx.hostMessage.createMany({
      data: [{ id: messageId, eventId, senderId: actor.id, body, createdAt: now() }],
      skipDuplicates: true,
    })
    // An id that stands elsewhere was not made by our form.
    if (count === 0) return refuse('not_found')
    const flags = { everybody: everybody !== undefined, answers: answers !== undefined }
    await enqueue(tx, 'host_message', { messageId, ...flags })
    return ok()
  })
}
