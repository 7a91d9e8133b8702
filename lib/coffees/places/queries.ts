import { db } from '@/lib/db'
import { boxAround } from '@/lib/geo/bbox'
import type { LatLng } from '@/lib/geo/types'
import { columns, inBox, metresFrom } from '@/lib/map/queries'
import { isOpen } from '@/lib/spaces/hours/rules'
import type { SpaceKind } from '@/lib/spaces/schema'
import { COFFEE_PLACES, type Venue } from './rules'

/** How many places are looked at, the nearest to the middle. */
const LOOKED_AT = 40

interface Row extends LatLng {
  id: string
  kind: SpaceKind
  timeZone: string
  openingHours: string | null
  country: string
}

/** Is a place open at a time, and still at the last minute? Null where nobody knows. */
export type OpenAt = (place: Omit<Row, 'id' | 'kind'>, time: Date, minutes: number) => boolean | null

/** Reading opening hours is slow, and a draw asks for the same hours again and again: what was found is kept. */
export function openings(): OpenAt {
  const known = new Map<string, boolean>()
  const isOpenAt = (place: Omit<Row, 'id' | 'kind'>, at: Date) => {
    const { openingHours, timeZone, country, lat, lng } = place
    const key = `${openingHours}|${timeZone}|${country}|${lat.toFixed(1)}|${lng.toFixed(1)}|${at.getTime()}`
    const found = known.get(key) ?? isOpen(openingHours, timeZone, at, place)
    known.set(key, found)
    return found
  }
  return (place, time, minutes) => {
    if (place.openingHours === null) return null
    const end = new Date(time.getTime() + (minutes - 1) * 60_000)
    return isOpenAt(place, time) && isOpenAt(place, end)
  }
}

/** Places to sit and talk within so many metres of a point, and at which of the times they are open. */
export async function venuesNear(
  middle: LatLng,
  metres: number,
  { times, minutes, openAt }: { times: Date[]; minutes: number; openAt: OpenAt },
): Promise<Venue[]> {
  const rows = await db.$queryRaw<Row[]>`
    SELECT id, kind::text AS kind, lat, lng, time_zone AS "timeZone", opening_hours AS "openingHours", country
    FROM spaces WHERE ${inBox(columns.spaces, boxAround(middle, metres))} AND kind = ANY(${COFFEE_PLACES}::space_kind[])
      AND closed_on IS NULL
    ORDER BY ${metresFrom(columns.spaces, middle)}, id LIMIT ${LOOKED_AT}`
  return rows.map((row) => ({
    ...{ id: row.id, kind: row.kind, lat: row.lat, lng: row.lng },
    open: times.map((time) => openAt(row, time, minutes)),
  }))
}
