import type { EventPlace } from '@/lib/events/schema'

/** What the rest of the form needs to know of a place: how it is called and what its clocks say. */
export type Spot = { placeName: string; city: string; timeZone: string | null }
export type Spots = Record<EventPlace, Spot>
