import type { Actor } from '@/lib/accounts/schema'
import { now } from '@/lib/clock'
import { db } from '@/lib/db'
import type { Locale } from '@/lib/i18n/routing'
import { hashToken } from './rules'

/** The person behind a cookie, read again on every request, so that an erased account is out at once; null once it is over. */
export async function sessionByToken(token: string): Promise<{ actor: Actor; expires: Date } | null> {
  const session = await db.session.findUnique({
    where: { tokenHash: hashToken(token), expires: { gt: now() } },
    select: {
      expires: true,
      user: { select: { id: true, email: true, locale: true, freelancer: { select: { name: true } } } },
    },
  })
  if (!session) return null
  const { id, email, locale, freelancer } = session.user
  return {
    actor: { id, email, locale: locale as Locale, name: freelancer?.name ?? '' },
    expires: session.expires,
  }
}
