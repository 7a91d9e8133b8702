/** What a code that claims a place is made for: no sign-in code is one, and the other way round. */
export const CLAIM_CODE = 'claim code'

/** Mails with a code: to one address, an hour; about one place and for one person, a day: fifty guesses of a million. */
export const CLAIM_MAILS = { address: 5, place: 10, person: 10 }

/** Notes to the administrator that one person may write a day. */
export const CLAIM_NOTES = 5

/** Days that a no can be read, and that a code does not get around it. */
export const KEEP_REFUSED = 365

/** Did an administrator say no, and was not asked again since? */
export function isRefused({ askedAt, refusedAt }: { askedAt: Date | null; refusedAt: Date | null }): boolean {
  return refusedAt !== null && (askedAt === null || askedAt <= refusedAt)
}
