import { z } from 'zod'
import { db } from '@/lib/db'
import { slugify } from '@/lib/slug'
import { isStale } from '@/lib/spaces/freshness/rules'
import { openState, weekTable } from '@/lib/spaces/hours/rules'
import { toldBy } from '@/lib/spaces/provenance/rules'
import type { Prisma } from '@/prisma/client/client'

/** Pictures on a page. */
const PHOTOS = 12

const select = {
  ...{ id: true, kind: true, name: true, description: true, lat: true, lng: true, timeZone: true },
  ...{ street: true, postcode: true, city: true, country: true, level: true, approximate: true },
  ...{ website: true, phone: true, email: true, operator: true, languages: true },
  ...{ openingHours: true, hoursText: true, closedOn: true },
  ...{ internet: true, internetFee: true, internetSsid: true, wifiMbps: true, sockets: true, noise: true },
  ...{ fee: true, charge: true, priceHour: true, priceDay: true, priceMonth: true, currency: true },
  ...{ payment: true, trialDay: true, trialNote: true },
  ...{ callsAllowed: true, phoneBooths: true, meetingRooms: true, capacity: true },
  ...{ coffee: true, outdoor: true, airConditioning: true, bikeParking: true },
  ...{ wheelchair: true, toiletsWheelchair: true },
  ...{ provenance: true, confirmedOn: true, hoursConfirmedOn: true, demo: true, createdAt: true },
  sources: {
    orderBy: [{ source: 'asc' }, { externalId: 'asc' }],
    select: { source: true, externalId: true, licence: true, importedAt: true },
  },
  photos: { orderBy: [{ position: 'asc' }, { id: 'asc' }], take: PHOTOS, select: { id: true, alt: true } },
  _count: { select: { owners: true } },
} satisfies Prisma.SpaceSelect

/** Everything a space's page says, also of one that is closed for good; null when there is no such space. */
export async function spacePage(id: string, now: Date) {
  if (!z.uuid().safeParse(id).success) return null
  const space = await db.space.findUnique({ where: { id }, select })
  if (!space) return null
  const { _count, provenance, openingHours, timeZone, lat, lng, country, closedOn, ...rest } = space
  const where = { lat, lng, country }
  // Hours of a place that closed for good say nothing any more.
  const hours = closedOn ? null : openingHours
  return {
    ...rest,
    ...{ openingHours: hours, timeZone, closedOn, ...where },
    hoursText: closedOn ? null : rest.hoursText,
    slug: slugify(space.name),
    openState: openState(hours, timeZone, now, where),
    /** Seven days from today; null when the hours are unknown. */
    week: weekTable(hours, timeZone, now, where),
    stale: isStale(space, now),
    /** Who says what, as far as that is written down. */
    told: toldBy(provenance),
    /** Somebody whose place it is keeps the page. */
    owned: _count.owners > 0,
  }
}

export type SpacePage = NonNullable<Awaited<ReturnType<typeof spacePage>>>

/** The space that another one turned out to be a double of, by the double's id: its address leads there. */
export async function spaceOfAlias(id: string): Promise<{ id: string; slug: string } | null> {
  if (!z.uuid().safeParse(id).success) return null
  const alias = await db.spaceAlias.findUnique({
    where: { id },
    select: { space: { select: { id: true, name: true } } },
  })
  return alias && { id: alias.space.id, slug: slugify(alias.space.name) }
}
