import { z } from 'zod'

/**
 * Where a page of a list ends: the sort key and the id of its last card, joined by "~". Keyset paging: a card that
 * appears or goes between two pages moves no other. A cursor that makes no sense is none: the list starts over.
 */
const cursorSchema = <K>(key: z.ZodType<K, string>) =>
  z
    .string()
    .max(80)
    .transform((text) => text.split('~'))
    .pipe(z.tuple([key, z.uuid()]))
    .transform(([after, id]) => ({ after, id }))
    .nullable()
    .catch(null)

/** Key: metres, half-way around the Earth at most, and as much again for what sinks to the end. */
export const distanceCursorSchema = cursorSchema(
  z
    .string()
    .regex(/^\d+(\.\d+)?(e-\d+)?$/)
    .transform(Number)
    .pipe(z.number().max(4.2e7)),
)

/** Key: an instant. */
export const timeCursorSchema = cursorSchema(z.iso.datetime().transform((text) => new Date(text)))

export type Cursor<K> = { after: K; id: string } | null

export function writeCursor(after: number | Date, id: string): string {
  return `${after instanceof Date ? after.toISOString() : after}~${id}`
}
