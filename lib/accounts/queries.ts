import { db } from '@/lib/db'
import type { Locale } from '@/lib/i18n/routing'
import type { Actor } from './schema'

/** The person with this id, if their address is proven. */
export async function findActor(id: string): Promise<Actor | null> {
  const user = await db.user.findFirst({
    where: { id, emailVerified: { not: null }, freelancer: { isNot: null } },
    select: { id: true, email: true, locale: true, freelancer: { select: { name: true } } },
  })
  if (!user?.freelancer) return null
  return { id: user.id, email: user.email, locale: user.locale as Locale, name: user.freelancer.name }
}
