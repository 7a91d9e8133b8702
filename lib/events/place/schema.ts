import { z } from 'zod'

/** The part of a place that is told only to those who have a seat, as stored. */
export const hiddenPlaceSchema = z.object({
  placeName: z.string().max(200),
  address: z.string().max(300),
  lat: z.number(),
  lng: z.number(),
})

export type HiddenPlace = z.output<typeof hiddenPlaceSchema>
