/** Who keeps a space's page, by their ids, and who of them is objected to. */
type Kept = { owners: readonly string[]; objected?: readonly string[] }

/** May this person change what the page says, answer corrections and requests? Who is objected to may until it is decided. */
export function mayKeep(personId: string, { owners }: Kept): boolean {
  return owners.includes(personId)
}

/** May this person say that another owner is none? Once: then an administrator decides. */
export function mayObject(personId: string, otherId: string, { owners, objected = [] }: Kept): boolean {
  return (
    personId !== otherId &&
    owners.includes(personId) &&
    owners.includes(otherId) &&
    // Two who say it of each other would both wait; the first word stands.
    !objected.includes(otherId) &&
    !objected.includes(personId)
  )
}
