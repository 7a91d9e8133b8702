import type { EventStatus } from '@/lib/events/status/schema'
import type { DoorEntry, DoorGuest, DoorList } from './schema'

const HOUR = 3_600_000

/** Before the start, and after the end: phones that come back from the hills still sync. Milliseconds. */
const EARLY = 24 * HOUR
const LATE = 7 * 24 * HOUR

/** Is there a list at the door now? */
export function doorState(
  event: { status: EventStatus; startsAt: Date; endsAt: Date },
  now: Date,
): 'open' | 'early' | 'over' | 'none' {
  if (event.status !== 'published') return 'none'
  if (now.getTime() < event.startsAt.getTime() - EARLY) return 'early'
  return now.getTime() > event.endsAt.getTime() + LATE ? 'over' : 'open'
}

/** Crockford's base 32: no letter is taken for a digit. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

const CODE_LENGTH = 7

/** A guest's code, from at least five bytes that nobody can guess: 35 bits, to be shown, scanned or read out. */
export function codeFrom(bytes: Uint8Array): string {
  let code = ''
  let bits = 0
  let held = 0
  for (const byte of bytes) {
    held = (held << 8) | byte
    bits += 8
    while (bits >= 5 && code.length < CODE_LENGTH) {
      bits -= 5
      code += ALPHABET[(held >> bits) & 31]
    }
    held &= (1 << bits) - 1
  }
  return code
}

const PREFIX = 'CAFETIERE:'

/** What a guest's QR code says. Capitals and digits make it the coarsest, and so the easiest to scan. */
export const scannable = (code: string) => `${PREFIX}${code}`

/** A code as typed or scanned, or null for what cannot be one. Case, spaces, and O for 0 are forgiven. */
export function readCode(text: string): string | null {
  const upper = text.trim().toUpperCase()
  const bare = (upper.startsWith(PREFIX) ? upper.slice(PREFIX.length) : upper)
    .replaceAll(/[\s.-]/g, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1')
  return bare.length === CODE_LENGTH && [...bare].every((letter) => ALPHABET.includes(letter)) ? bare : null
}

/**
 * The list as it is once these entries are taken, one after the other; the server follows the same rule. Whoever was
 * seen by anybody is present: taking back removes only the sightings that were known when it was done, and one made
 * elsewhere meanwhile stands (an observed-remove set, in which adding wins).
 */
export function afterEntries(list: DoorList, entries: DoorEntry[]): DoorList {
  let known = list
  for (const entry of entries) known = afterEntry(known, entry)
  return known
}

function afterEntry(list: DoorList, entry: DoorEntry): DoorList {
  const { walkIns } = list
  switch (entry.type) {
    case 'present':
      return ofGuest(list, entry.rsvpId, (seen) => (seen.includes(entry.id) ? seen : [...seen, entry.id]))
    case 'absent':
      return ofGuest(list, entry.rsvpId, (seen) => seen.filter((id) => !entry.knew.includes(id)))
    case 'walk_in': {
      const { id, name } = entry
      return walkIns.some((one) => one.id === id) ? list : { ...list, walkIns: [...walkIns, { id, name }] }
    }
    case 'walk_out':
      return { ...list, walkIns: walkIns.filter(({ id }) => id !== entry.id) }
  }
}

function ofGuest(list: DoorList, rsvpId: string, change: (seen: string[]) => string[]): DoorList {
  const guests = list.guests.map((guest) =>
    guest.rsvpId === rsvpId ? { ...guest, seen: change(guest.seen) } : guest,
  )
  return { ...list, guests }
}

/** People: those who are there, those expected, walk-ins among the former. */
export function headcount({ guests, walkIns }: DoorList): { there: number; expected: number } {
  const people = (some: DoorGuest[]) => some.reduce((sum, { partySize }) => sum + partySize, 0)
  return {
    there: people(guests.filter(({ seen }) => seen.length > 0)) + walkIns.length,
    expected: people(guests) + walkIns.length,
  }
}
