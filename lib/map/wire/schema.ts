import { z } from 'zod'
import { EVENT_KINDS } from '@/lib/events/kinds/terms'
import type { Tile } from '@/lib/geo/tiles'
import { SPACE_KINDS } from '@/lib/spaces/terms'
import { EXTENT, VERSION } from './terms'

const unit = z.int().min(0).max(EXTENT)
const some = z.int().min(1)
const any = z.int().min(0)
const text = z.string().max(500)

/**
 * A tile as it travels: rows instead of objects, positions in units from its north-west corner, zeros at the end of a
 * row left out. docs/api.md says what each number is.
 */
export const wireSchema = z.object({
  version: z.literal(VERSION),
  /** x, y, spaces, events, people */
  clusters: z.array(z.tuple([unit, unit, any, any.optional(), any.optional()])).max(500),
  /** x, y, id, kind, name, how many work there; and a trial day (1), nobody confirmed it for two years (2), or both (3) */
  spaces: z
    .array(z.tuple([unit, unit, z.uuid(), z.enum(SPACE_KINDS), text, any.optional(), any.optional()]))
    .max(500),
  /** x, y, id, kind, title, start in minutes since 1970 (UTC), time zone */
  events: z.array(z.tuple([unit, unit, z.uuid(), z.enum(EVENT_KINDS), text, z.int(), text])).max(500),
  /** x, y, people, name of the area */
  areas: z.array(z.tuple([unit, unit, some, text])).max(500),
  /** x, y, people */
  wishes: z.array(z.tuple([unit, unit, some])).max(500),
})

export type Wire = z.infer<typeof wireSchema>

/** Tiles that come with a page, and under which filters (a query string without "?") they hold. */
export type SentTiles = { filters: string; tiles: { tile: Tile; wire: Wire }[] }
