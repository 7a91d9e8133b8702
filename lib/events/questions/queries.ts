import { db } from '@/lib/db'
import { type Question, questionsSchema } from './schema'

/** What the hosts of an event ask of each guest; nothing when there is no such event. */
export async function questionsOf(eventId: string): Promise<Question[]> {
  const event = await db.event.findUnique({ where: { id: eventId }, select: { questions: true } })
  return questionsSchema.parse(event?.questions ?? [])
}
