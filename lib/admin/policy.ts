import type { Actor } from '@/lib/accounts/schema'

/** Does this person look after the instance? `admins` are the addresses of ADMIN_EMAILS. */
export function mayAdminister(actor: Pick<Actor, 'email'> | null, admins: readonly string[]): boolean {
  return actor !== null && admins.includes(actor.email)
}
