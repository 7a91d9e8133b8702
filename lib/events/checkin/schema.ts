import { z } from 'zod'
import { MAX_ENTRIES } from './terms'

const at = z.iso.datetime({ offset: true })

/** One thing that a host did at the door, made on their phone and sent when there is a network. */
export const doorEntrySchema = z.discriminatedUnion('type', [
  /** Ids are made on the phone: sent twice, it is one sighting or one person. */
  z.object({ type: z.literal('present'), rsvpId: z.uuid(), id: z.uuid(), at }),
  /** Takes back the sightings that the phone knew of: any other stands. */
  z.object({ type: z.literal('absent'), rsvpId: z.uuid(), knew: z.array(z.uuid()).max(50) }),
  z.object({ type: z.literal('walk_in'), id: z.uuid(), name: z.string().trim().max(60), at }),
  z.object({ type: z.literal('walk_out'), id: z.uuid() }),
])

export type DoorEntry = z.output<typeof doorEntrySchema>

export const doorSchema = z.object({ entries: z.array(doorEntrySchema).max(MAX_ENTRIES) })

/** A guest as the list at the door has them. */
export interface DoorGuest {
  rsvpId: string
  name: string
  trade: string
  /** People, companions included. */
  partySize: number
  firstTime: boolean
  note: string
  /** What their phone shows. */
  code: string
  /** Ids of sightings; empty until somebody saw them. */
  seen: string[]
}

/** Everything the page at the door knows, and keeps when the network is gone. */
export interface DoorList {
  eventId: string
  title: string
  endsAt: string
  guests: DoorGuest[]
  walkIns: { id: string; name: string }[]
}
