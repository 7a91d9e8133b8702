import { z } from 'zod'
import { coffeeRefSchema } from '@/lib/coffees/schema'
import { oneLine } from '@/lib/text/schema'

/** A link of one's own to a video room; empty: the instance's. */
const room = oneLine(500, 'room_link').refine(
  (text) => text === '' || URL.parse(text)?.protocol === 'https:',
  'room_link',
)

/** Asks somebody for an e-coffee. All values are strings, as a form sends them. */
export const askOnlineSchema = z.object({
  personId: z.uuid('person_unknown'),
  times: z
    .array(z.iso.datetime({ error: 'invalid' }))
    .min(1, 'coffee_times')
    .max(3, 'coffee_times_many'),
  room: room.default(''),
})

export type AskOnlineInput = z.output<typeof askOnlineSchema>

/** "Meet for real?" */
export const forRealSchema = coffeeRefSchema.extend({
  real: z.enum(['yes', 'no'], 'invalid').transform((real) => real === 'yes'),
})

export type ForRealInput = z.output<typeof forRealSchema>
