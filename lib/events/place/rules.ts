import { z } from 'zod'
import type { Place } from '@/lib/events/rules'
import { snapToCell } from '@/lib/geo/cell'

/** The part of a place that is told only to those who have a seat, as stored. */
export const hiddenPlaceSchema = z.object({
  placeName: z.string().max(200),
  address: z.string().max(300),
  lat: z.number(),
  lng: z.number(),
})

export type HiddenPlace = z.output<typeof hiddenPlaceSchema>

/** An event as everybody may know it: its town, and the middle of a cell of about 1 km. */
export function hidden<P extends Place>(place: P) {
  const { placeName, address, lat, lng } = place
  if (lat === null || lng === null) return { ...place, hiddenPlace: null }
  const hiddenPlace = { placeName, address, lat, lng }
  return { ...place, ...snapToCell({ lat, lng }), placeName: '', address: '', hiddenPlace }
}

/** The same event to those who may know where it is. */
export function revealed<E extends { hiddenPlace: unknown }>(event: E): E {
  const exact = hiddenPlaceSchema.safeParse(event.hiddenPlace)
  return exact.success ? { ...event, ...exact.data } : event
}
