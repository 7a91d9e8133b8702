import { z } from 'zod'
import { EVENT_KINDS } from '@/lib/events/kinds/terms'
import type { Cells } from '@/lib/map/cells/rules'
import type { Columns } from '@/lib/map/columns/rules'
import type { Shape } from '@/lib/map/columns/schema'
import type { Names } from '@/lib/map/names/rules'
import type { Opening } from '@/lib/map/opening/rules'
import { SPACE_KINDS } from '@/lib/spaces/terms'

/** Facts of a space that an event there shares, in the order of their bits, which come after those of the kinds. */
export const PLACE_FACTS = ['wifi', 'accessible', 'sockets', 'quiet', 'calls'] as const
export const SPACE_FACTS = [...PLACE_FACTS, 'free', 'trial'] as const
export const EVENT_FACTS = [...PLACE_FACTS, 'free', 'gentle'] as const

/** The bit of a fact among a row's `facts`; the bits of kinds come first. */
export const spaceBit = (fact: (typeof SPACE_FACTS)[number]) =>
  1 << (SPACE_KINDS.length + SPACE_FACTS.indexOf(fact))
export const eventBit = (fact: (typeof EVENT_FACTS)[number]) =>
  1 << (EVENT_KINDS.length + EVENT_FACTS.indexOf(fact))

/** `checked`: days from 1970 (UTC) to when somebody last checked it. `cost`: what a day costs in cents, 0 where it is free, `UNKNOWN_COST` where nobody says. `opening`: see lib/map/opening. */
export const SPACE_SHAPE = { whole: ['cost', 'opening', 'checked'], wide: [] } as const satisfies Shape
export const UNKNOWN_COST = 2 ** 31 - 1
/** `series` and `zone` are numbers that `Names` gives out; instants are milliseconds since 1970. */
export const EVENT_SHAPE = { whole: ['series', 'zone'], wide: ['starts', 'ends'] } as const satisfies Shape

/** Freelancers in a cell, and the name of its area. */
export type People = { lat: number; lng: number; count: number; area: string }
/** When those who would come to something in a cell said so, in milliseconds since 1970. */
export type Wishing = { lat: number; lng: number; wishedAt: number[] }

/** All that a map shows, in memory. */
export type MapMemory = {
  spaces: Columns
  events: Columns
  opening: Opening
  zones: Names
  series: Names
  people: Cells<People>
  wishes: Cells<Wishing>
  /** By the id of a space: when each half-day ends that somebody said they work there. */
  working: Map<string, number[]>
}

export const LAYERS_KEPT = ['spaces', 'events', 'people', 'wishes', 'working'] as const

/** A row of `map_changes`: what was written; with neither ids nor a cell, more than it is worth to name. */
export const changesSchema = z
  .array(
    z.object({
      layer: z.enum(LAYERS_KEPT),
      ids: z.array(z.uuid()).max(10_000).nullable(),
      lat: z.number().nullable(),
      lng: z.number().nullable(),
    }),
  )
  .max(10_000)

export type Change = z.infer<typeof changesSchema>[number]
