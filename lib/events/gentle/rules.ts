import type { ListVisibility } from '@/lib/events/settings/terms'
import type { GentleSettings } from './schema'
import { GENTLE_FACTS, GENTLE_SEATS, type GentleFact } from './terms'

type Said = Record<GentleFact, boolean>

/** Few seats, and all three said: one fact alone is a fact, and no promise. */
export const isGentle = (said: Said & { capacity: number | null }) =>
  said.capacity !== null && said.capacity <= GENTLE_SEATS && GENTLE_FACTS.every((fact) => said[fact])

/** What was said, in the order of the form. */
export const factsOf = (said: Said): GentleFact[] => GENTLE_FACTS.filter((fact) => said[fact])

/**
 * The columns of what a form says. Where it comes to a gentle outing, the hosts alone read who comes: everything that
 * names guests to others asks `list_visibility`, so that this one word hides them at once and everywhere.
 */
export function gentleColumns(
  said: GentleSettings & { capacity: number | null; listVisibility: ListVisibility },
) {
  const { quietPlace, leaveWhenever, noIntroductions, goodForNewcomers } = said
  const gentle = isGentle(said)
  const listVisibility = gentle ? ('hosts' as const) : said.listVisibility
  return { quietPlace, leaveWhenever, noIntroductions, goodForNewcomers, gentle, listVisibility }
}
