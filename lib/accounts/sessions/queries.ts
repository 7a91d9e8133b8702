import type { Actor } from '@/lib/accounts/schema'
import { now } from '@/lib/clock'
import { statement } from '@/lib/db'
import type { Locale } from '@/lib/i18n/routing'
import { Prisma } from '@/prisma/client/client'
import { hashToken } from './rules'

type Row = { expires: Date; id: string; email: string; locale: Locale; name: string | null }

/**
 * The person behind a cookie, read again on every request, so that an erased account is out at once; null once it is over.
 * One statement: Prisma would send one for each of the three tables, before anything else that a request asks for.
 */
export async function sessionByToken(token: string): Promise<{ actor: Actor; expires: Date } | null> {
  const [row] = await statement<Row>(
    'session',
    Prisma.sql`
    SELECT s.expires, u.id, u.email, u.locale, f.name
    FROM sessions s JOIN users u ON u.id = s.user_id LEFT JOIN freelancers f ON f.id = u.id
    WHERE s.token_hash = ${hashToken(token)} AND s.expires > ${now()}`,
  )
  if (!row) return null
  const { expires, id, email, locale, name } = row
  return { actor: { id, email, locale, name: name ?? '' }, expires }
}
