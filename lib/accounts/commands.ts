import { now } from '@/lib/clock'
import { db, type Transaction } from '@/lib/db'
import type { Locale } from '@/lib/i18n/routing'
import { fillSeats } from '@/lib/rsvps/commands'

interface Newcomer {
  email: string
  name: string
  locale: Locale
}

/**
 * The person behind an address, made if there is none. Proves nothing: what is known of somebody stays as it is.
 * One statement, so that two requests at once make one person.
 */
export async function claimPerson(
  tx: Transaction,
  { email, name, locale }: Newcomer,
): Promise<{ id: string; proven: boolean }> {
  const at = now()
  const [person] = await tx.$queryRaw<{ id: string; proven: boolean }[]>`
    WITH person AS (
      INSERT INTO users (id, email, locale, created_at) VALUES (uuid_v7(), ${email}, ${locale}, ${at})
      ON CONFLICT (email) DO UPDATE SET email = excluded.email
      RETURNING id, email_verified
    ), profile AS (
      INSERT INTO freelancers (id, name, created_at, updated_at) SELECT id, ${name}, ${at}::timestamptz, ${at}::timestamptz FROM person
      ON CONFLICT (id) DO NOTHING
    )
    SELECT id, email_verified IS NOT NULL AS proven FROM person`
  if (!person) throw new Error('the person was neither found nor made')
  return person
}

/**
 * The person behind an address that has just been proven. A first proof takes the name that came with it, whatever
 * somebody else may have typed before; later ones only show that mail arrives there.
 */
export async function provePerson({ email, name, locale }: Newcomer): Promise<string> {
  const at = now()
  const [person] = await db.$queryRaw<{ id: string }[]>`
    WITH before AS (
      SELECT id FROM users WHERE email = ${email} AND email_verified IS NOT NULL
    ), person AS (
      INSERT INTO users (id, email, locale, email_verified, created_at)
      VALUES (uuid_v7(), ${email}, ${locale}, ${at}, ${at})
      ON CONFLICT (email) DO UPDATE SET
        locale = CASE WHEN users.email_verified IS NULL THEN excluded.locale ELSE users.locale END,
        email_verified = coalesce(users.email_verified, excluded.email_verified),
        mail_refused_at = NULL, mail_refusal = NULL
      RETURNING id
    ), profile AS (
      INSERT INTO freelancers (id, name, created_at, updated_at) SELECT id, ${name}, ${at}::timestamptz, ${at}::timestamptz FROM person
      ON CONFLICT (id) DO UPDATE SET name = excluded.name, updated_at = excluded.updated_at
      WHERE NOT EXISTS (SELECT 1 FROM before)
    )
    SELECT id FROM person`
  if (!person) throw new Error('the person was neither found nor made')
  return person.id
}

/**
 * Forgets somebody who never proved their address. Seats still held for them are given back first, although they ran
 * out long ago: after a time without a worker both jobs are due at once, in any order.
 */
export async function forgetUnproven(userId: string): Promise<void> {
  const held = await db.rsvp.findMany({
    where: { freelancerId: userId, status: 'held', heldUntil: { lt: now() } },
    select: { eventId: true },
  })
  for (const { eventId } of held) await fillSeats(eventId)
  await db.user.deleteMany({
    where: { id: userId, emailVerified: null, freelancer: { rsvps: { none: {} }, organizes: { none: {} } } },
  })
}
