import { decidedBy, startsIn, threeOf } from '@/lib/coffees/halfdays/rules'
import { type OpenAt, venuesNear } from '@/lib/coffees/places/queries'
import { type Comer, choosePlace } from '@/lib/coffees/places/rules'
import { LASTS, type Proposal } from '@/lib/coffees/schema'
import { db, type Transaction } from '@/lib/db'
import { timeZoneAt } from '@/lib/geo/zone'

/** Milliseconds. */
const DAY = 86_400_000

/** Somebody to be seated: where they start from, and the half-days that suit them. */
export interface Seated extends Comer {
  id: string
  halfDays: number
}

/** Those of these people who take part in coffees and said where they live, in the order of the ids given. */
export async function seatable(ids: string[], tx: Transaction = db): Promise<Seated[]> {
  const rows = await tx.coffeeMember.findMany({
    where: { freelancerId: { in: ids } },
    select: {
      freelancerId: true,
      reachKm: true,
      halfDays: true,
      freelancer: { select: { cellLat: true, cellLng: true } },
    },
  })
  const seated = rows.flatMap(({ freelancerId, reachKm, halfDays, freelancer: { cellLat, cellLng } }) =>
    cellLat === null || cellLng === null
      ? []
      : { id: freelancerId, reachKm, halfDays, lat: cellLat, lng: cellLng },
  )
  return seated.sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id))
}

/** A place between these people and three times, or null where there is none to sit down at. */
export async function arranged(
  seated: Seated[],
  { week, at, openAt }: { week: string; at: Date; openAt: OpenAt },
): Promise<Proposal | null> {
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
  const middle = { lat: mean(seated.map(({ lat }) => lat)), lng: mean(seated.map(({ lng }) => lng)) }
  const timeZone = timeZoneAt(middle)
  const shared = seated.reduce((mask, { halfDays }) => mask & halfDays, 2 ** 14 - 1)
  // A draw that comes late still leaves a day to answer in.
  const decideBy = new Date(Math.max(decidedBy(week, timeZone).getTime(), at.getTime() + DAY))
  const starts = startsIn(week, shared, timeZone).filter((start) => start.at > decideBy)
  const reach = Math.max(...seated.map(({ reachKm }) => reachKm)) * 1000
  const times = starts.map(({ at }) => at)
  const venues = await venuesNear(middle, reach, { times, minutes: LASTS.coffee, openAt })
  const chosen = choosePlace(seated, venues)
  if (!chosen) return null
  return {
    kind: 'coffee',
    ...{ freelancerIds: seated.map(({ id }) => id), week, timeZone, spaceId: chosen.id },
    options: threeOf(chosen.times.flatMap((i) => starts[i] ?? [])),
    decideBy,
  }
}
