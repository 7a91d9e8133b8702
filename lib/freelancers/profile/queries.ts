import type { Actor } from '@/lib/accounts/schema'
import { db } from '@/lib/db'

/** Somebody's own profile, whole; nobody else is answered this much. */
export async function myProfile(actor: Actor) {
  return db.freelancer.findUniqueOrThrow({
    where: { id: actor.id },
    select: {
      name: true,
      trade: true,
      bio: true,
      interests: true,
      languages: true,
      area: true,
      visibility: true,
    },
  })
}

export type MyProfile = Awaited<ReturnType<typeof myProfile>>
