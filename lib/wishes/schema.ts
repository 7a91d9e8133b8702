import { z } from 'zod'
import { HALF_DAYS, WISH_KINDS, WORKING_WEEK } from './terms'

/** A position as "lat,lng" in degrees; empty for none. What is stored is the middle of its cell. */
const cell = z
  .string()
  .max(50)
  .regex(/^(-?\d{1,2}(\.\d+)?,-?\d{1,3}(\.\d+)?)?$/, 'wish_place')
  .transform((text) => {
    const [lat = 0, lng = 0] = text.split(',').map(Number)
    return text === '' ? null : { lat, lng }
  })
  .pipe(
    z
      .object({
        lat: z.number().min(-90, 'wish_place').max(90, 'wish_place'),
        lng: z.number().min(-180, 'wish_place').max(180, 'wish_place'),
      })
      .nullable(),
  )
  .default(null)

const halfDay = z
  .string()
  .regex(/^(\d|1[0-3])$/, 'invalid')
  .transform(Number)

/** "I'd come": where, and optionally what for and when. Strings, as a form sends them. */
export const wishSchema = z
  .object({
    cell,
    /** A town by its name. Another than the one the position is in was typed after it, and holds. */
    town: z.string().trim().max(100, 'city_long').default(''),
    cellTown: z.string().trim().max(100).catch('').default(''),
    kinds: z.array(z.enum(WISH_KINDS, 'invalid')).max(WISH_KINDS.length, 'invalid').default([]),
    halfDays: z.array(halfDay).max(HALF_DAYS, 'invalid').default([]),
  })
  .transform(({ cell, town, cellTown, kinds, halfDays }) => ({
    cell: town === '' || town === cellTown ? cell : null,
    town,
    kinds,
    halfDays: halfDays.length === 0 ? WORKING_WEEK : halfDays.reduce((mask, index) => mask | (1 << index), 0),
  }))

export type WishInput = z.output<typeof wishSchema>

const list = (value: unknown) => [value ?? []].flat()

/** A wish in a query string, to begin a form with; what makes no sense counts as not given. */
export const wishQuerySchema = z
  .object({ cell: z.unknown(), kinds: z.unknown(), halfDays: z.unknown() })
  .partial()
  .transform(({ cell, kinds, halfDays }) => {
    const wish = wishSchema.safeParse({ cell: list(cell)[0], kinds: list(kinds), halfDays: list(halfDays) })
    return wish.data ?? wishSchema.parse({})
  })
