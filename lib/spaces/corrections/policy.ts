/** What is known of somebody who says something of a space. Reasons for the figures: docs/decisions/0024. */
export interface Standing {
  /** Looks after the instance. */
  admin: boolean
  /** The space is theirs. */
  owner: boolean
  /** Corrections of theirs that others applied. */
  applied: number
  /** Of the last year's, those that others refused or took back. */
  refused: number
  /** Days since they proved their address. */
  memberDays: number
  /** They were at this space: an outing there, or a tap that says so. */
  there: boolean
}

export const TRUST = {
  /** So many were right that the next one is likely to be. */
  applied: 3,
  /** Or was there: whoever comes for mischief does not wait. */
  memberDays: 30,
  /** Days for which a refusal counts. */
  refusedFor: 365,
  /** Metres. A pin further away sends people somewhere else: two look at it. */
  moved: 1000,
  /** People who say by themselves that a space closed, each a member for some days. */
  closing: { people: 2, memberDays: 7 },
} as const

/** What a correction is about, beside its fields. */
export interface Touched {
  /** Somebody has claimed the space. */
  owned: boolean
  /** It says something else than the owner does. */
  ownersWord: boolean
  /** It closes the space for good, or opens it again. */
  closing: boolean
  /** By how much it moves the point. */
  metres: number
}

/** Has this person been right often enough, and not wrong lately, to be believed at once? */
export function isTrusted({ applied, refused, memberDays, there }: Standing): boolean {
  return applied >= TRUST.applied && refused === 0 && (there || memberDays >= TRUST.memberDays)
}

/** Is what this person says applied at once? Everything else waits for somebody to look at it. */
export function appliesAtOnce(standing: Standing, touched: Touched): boolean {
  if (mayDecide(standing)) return true
  if (touched.ownersWord || (touched.owned && touched.closing) || touched.metres > TRUST.moved) return false
  return isTrusted(standing)
}

/** May this person decide what others say of the space, and take back what was applied? */
export function mayDecide({ admin, owner }: Pick<Standing, 'admin' | 'owner'>): boolean {
  return admin || owner
}

/** Do the words of these people, each given by themselves, close or open a space that nobody claimed? */
export function closeTogether(
  people: Pick<Standing, 'memberDays'>[],
  { owned }: { owned: boolean },
): boolean {
  const known = people.filter(({ memberDays }) => memberDays >= TRUST.closing.memberDays)
  return !owned && known.length >= TRUST.closing.people
}
