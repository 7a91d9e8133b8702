import { db } from '@/lib/db'
import type { Place } from '@/lib/events/rules'
import { type EventInput, FALLBACK_ZONE } from '@/lib/events/schema'
import { timeZoneAt } from '@/lib/geo/zone'
import { ok, type Result, refuse } from '@/lib/result'
import { nearestTown, searchTowns } from '@/lib/towns/queries'

export type PlaceRefusal = 'space_unknown' | 'place_required' | 'town_unknown'

type ZonedPlace = Place & { timeZone: string }

const nowhere: Place = {
  spaceId: null,
  placeName: '',
  address: '',
  city: '',
  lat: null,
  lng: null,
  onlineUrl: null,
}

/** Where an event is and its time zone (IANA), from what its organizer said of the place. */
export async function placeOf(input: EventInput): Promise<Result<ZonedPlace, PlaceRefusal>> {
  switch (input.where) {
    case 'online':
      return ok({ ...nowhere, onlineUrl: input.onlineUrl, timeZone: input.timeZone ?? FALLBACK_ZONE })
    case 'space':
      return spaceAsPlace(input.spaceId)
    case 'address':
      return addressAsPlace(input)
  }
}

async function spaceAsPlace(id: string): Promise<Result<ZonedPlace, PlaceRefusal>> {
  const space = await db.space.findUnique({
    where: { id, closedOn: null },
    select: { name: true, street: true, city: true, lat: true, lng: true, timeZone: true },
  })
  if (!space) return refuse('space_unknown')
  const { name, street, ...where } = space
  return ok({ ...nowhere, ...where, spaceId: id, placeName: name, address: street })
}

async function addressAsPlace(
  input: Extract<EventInput, { where: 'address' }>,
): Promise<Result<ZonedPlace, PlaceRefusal>> {
  const { placeName, address, lat, lng, pinTown = input.city } = input
  if (lat !== null && lng !== null && pinTown === input.city) {
    const city = input.city || ((await nearestTown({ lat, lng }))?.name ?? '')
    return ok({ ...nowhere, placeName, address, city, lat, lng, timeZone: timeZoneAt({ lat, lng }) })
  }
  if (!input.city) return refuse('place_required')
  const [town] = await searchTowns(input.city, { limit: 1 })
  if (!town) return refuse('town_unknown')
  const point = { lat: town.lat, lng: town.lng }
  return ok({ ...nowhere, placeName, address, city: town.name, ...point, timeZone: timeZoneAt(point) })
}
