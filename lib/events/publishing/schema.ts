import { z } from 'zod'

const eventId = z.uuid('event_unknown')

export const draftRefSchema = z.object({ eventId })

/** When a draft goes out by itself: wall time at the event's place. */
export const publishLaterSchema = z.object({
  eventId,
  publishDay: z.iso.date('day_invalid'),
  publishTime: z.string('time_invalid').regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'time_invalid'),
})

export type PublishLaterInput = z.output<typeof publishLaterSchema>
