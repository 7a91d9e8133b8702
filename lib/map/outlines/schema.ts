import { z } from 'zod'
import { VERSION } from './terms'

/**
 * A tile of the map that is drawn when no other can be had: land as rings of x and y by turns (0 to `EXTENT`, from the
 * north-west, a little beyond the edges), to be filled by the even-odd rule; and the names of its greatest towns.
 */
export const outlineTileSchema = z.object({
  version: z.literal(VERSION),
  land: z.array(z.array(z.number())),
  towns: z.array(z.object({ name: z.string(), lat: z.number(), lng: z.number(), population: z.number() })),
})

export type OutlineTile = z.infer<typeof outlineTileSchema>
