/** What a code that claims a place is made for: no sign-in code is one, and the other way round. */
export const CLAIM_CODE = 'claim code'

/** Mails with a code: to one address, and about one place, an hour; for one person, a day. */
export const CLAIM_MAILS = { address: 5, place: 10, person: 10 }

/** Notes to the administrator that one person may write a day. */
export const CLAIM_NOTES = 5

/** Days that a refusal can be read. */
export const KEEP_REFUSED = 90
