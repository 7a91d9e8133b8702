/** What makes a member identified, in the order they are asked to mend it. */
export const IDENTITY = ['email', 'name', 'trade', 'town', 'visible', 'days', 'outing'] as const

export type IdentityPart = (typeof IDENTITY)[number]

/** Seats around a table at somebody's home; the host's own is not counted. */
export const HOME_SEATS = { min: 3, max: 6 } as const

/** The address leaves the guests' pages this long after the end. Milliseconds. */
const ADDRESS_STAYS = 24 * 3_600_000

/** Is this outing at somebody's home, for identified members alone? */
export const isHome = (kind: string) => kind === 'home_table'

interface HomeEvent {
  kind: string
  status: string
  endsAt: Date
}

/**
 * May guests who were let in still read the address? At a home no longer than a day after, and never once it is called
 * off: an address beside a date is what says when a home is empty. Any other place may be read on.
 */
export const addressStands = ({ kind, status, endsAt }: HomeEvent, now: Date) =>
  !isHome(kind) || (status === 'published' && now.getTime() < endsAt.getTime() + ADDRESS_STAYS)

/** What a form says of an outing, as far as a home table settles it. */
interface HomeInput {
  kind: string
  where: string
  address?: string
  capacity: number | null
  repetition: object | null
}

/** What is wrong with a home table: field of the form → key of the `errors` messages. */
export function homeFaults(input: HomeInput): Record<string, string> {
  if (!isHome(input.kind)) return {}
  const { capacity, where, address, repetition } = input
  const { min, max } = HOME_SEATS
  return {
    ...(where === 'address' ? {} : { where: 'home_where' }),
    ...(where === 'address' && !address ? { address: 'home_address' } : {}),
    ...(capacity !== null && capacity >= min && capacity <= max ? {} : { capacity: 'home_capacity' }),
    ...(repetition === null ? {} : { repeat: 'home_repeat' }),
  }
}

/** What every home table has, whatever its form says: hosts let each guest in, and the place is told to those alone. */
export const HOME_SETTINGS = {
  approval: true,
  hideAddress: true,
  maxCompanions: 0,
  listVisibility: 'guests' as const,
  groupId: null,
  // Around one table guests know who else comes, so that it is never called gentle.
  ...{ quietPlace: false, leaveWhenever: false, noIntroductions: false },
}
