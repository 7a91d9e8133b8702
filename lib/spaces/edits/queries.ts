import { z } from 'zod'
import { db } from '@/lib/db'
import { slugify } from '@/lib/slug'
import type { Prisma } from '@/prisma/client/client'

const select = {
  ...{ id: true, kind: true, name: true, description: true, lat: true, lng: true, approximate: true },
  ...{ street: true, postcode: true, city: true, country: true, level: true },
  ...{ website: true, phone: true, email: true, operator: true, languages: true },
  ...{ openingHours: true, hoursText: true, closedOn: true },
  ...{ internet: true, internetFee: true, internetSsid: true, sockets: true, noise: true },
  ...{ fee: true, charge: true, priceHour: true, priceDay: true, priceMonth: true, currency: true },
  ...{ payment: true, callsAllowed: true, phoneBooths: true, meetingRooms: true, capacity: true },
  ...{ coffee: true, outdoor: true, airConditioning: true, bikeParking: true },
  ...{ wheelchair: true, toiletsWheelchair: true },
} satisfies Prisma.SpaceSelect

/** A space with every fact that its form shows (`formValues`), also by the id of a double; null when there is none. */
export async function spaceToEdit(id: string) {
  if (!z.uuid().safeParse(id).success) return null
  const where = { OR: [{ id }, { aliases: { some: { id } } }] }
  const space = await db.space.findFirst({ where, select })
  return space && { ...space, slug: slugify(space.name) }
}

export type SpaceToEdit = NonNullable<Awaited<ReturnType<typeof spaceToEdit>>>
