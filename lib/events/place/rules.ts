import type { Place } from '@/lib/events/rules'
import { snapToCell } from '@/lib/geo/cell'
import { hiddenPlaceSchema } from './schema'

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
