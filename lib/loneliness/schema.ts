import { z } from 'zod'

/** Hardly ever, some of the time, often. */
const answer = z.int().min(1).max(3)

/** One check: the day (YYYY-MM-DD, on the phone's own calendar) and the three answers in the order of the questions. */
export const checkSchema = z.object({ day: z.iso.date(), answers: z.tuple([answer, answer, answer]) })

/** Checks as a phone keeps them, oldest first: once a month for thirty years at most. */
export const checksSchema = z.array(checkSchema).max(400)

export type Check = z.output<typeof checkSchema>
