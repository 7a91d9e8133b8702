import type { Prisma } from '@/prisma/client/client'

/** The events that somebody runs, as organizer or as co-host: for a query's `where`. */
export function hostedBy(personId: string): Prisma.EventWhereInput & { OR: Prisma.EventWhereInput[] } {
  return { OR: [{ organizerId: personId }, { hosts: { some: { freelancerId: personId } } }] }
}
