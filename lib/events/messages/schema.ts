import { z } from 'zod'
import { manyLines } from '@/lib/text/schema'

/** A word from a host to their guests. */
export const messageSchema = z.object({
  eventId: z.uuid(),
  /** Made with the form: sent twice, it is one message. */
  messageId: z.uuid(),
  body: manyLines(1000, 'message_long').pipe(z.string().min(1, 'message_required')),
  /** Also to those who wait, ask or may come. */
  everybody: z.literal('on').optional(),
  /** Answers go to the host's own address, which guests then see. */
  answers: z.literal('on').optional(),
})

export type MessageInput = z.output<typeof messageSchema>
