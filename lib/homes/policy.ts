import { IDENTITY, type IdentityPart } from './rules'

/** What is known of somebody. */
export interface IdentityFacts {
  /** They typed a code that was mailed to them. */
  emailProven: boolean
  name: string
  trade: string
  /** Their town, or nothing. */
  area: string
  visibility: 'hidden' | 'members'
  joinedAt: Date
  /** Was seen once at an outing that somebody else held. */
  wasOut: boolean
}

/** An account younger than this has shown too little of itself. */
export const IDENTIFIED_AFTER_DAYS = 14

const DAY = 86_400_000

/** When an account is old enough. */
export const oldEnoughAt = (joinedAt: Date) => new Date(joinedAt.getTime() + IDENTIFIED_AFTER_DAYS * DAY)

/**
 * What is still missing before somebody may host a table at home, or sit at one; empty when they may. It proves no
 * civil identity (docs/decisions/0018-home-table.md): it says that people here have met a person behind the name.
 */
export function missingOf(facts: IdentityFacts, now: Date): IdentityPart[] {
  const has: Record<IdentityPart, boolean> = {
    email: facts.emailProven,
    name: facts.name.trim() !== '',
    trade: facts.trade.trim() !== '',
    town: facts.area.trim() !== '',
    visible: facts.visibility === 'members',
    days: oldEnoughAt(facts.joinedAt) <= now,
    outing: facts.wasOut,
  }
  return IDENTITY.filter((part) => !has[part])
}
