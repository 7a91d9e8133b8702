import { walkingMinutes } from '@/lib/geo/distance'

/** An outing that somebody might like. Everything in it is something that they may know. */
export interface Candidate {
  id: string
  /** Its series, of which one date is enough; null when it does not come back. */
  seriesId: string | null
  startsAt: Date
  endsAt: Date
  /** Metres from home. */
  distance: number
  /** People who come so far, hosts not counted. */
  going: number
  free: boolean
  /** Whom they met who comes, first names, the most often met first. */
  known: { firstName: string; times: number }[]
  /** An interest of theirs that it is about; null when there is none. */
  interest: string | null
}

/** Why it is suggested, to be said in words. Distances in kilometres, the rest as named. */
export type Reason =
  | { kind: 'known'; name: string; times: number }
  | { kind: 'interest'; interest: string }
  | { kind: 'walk'; minutes: number }
  | { kind: 'way'; km: number }
  | { kind: 'people'; count: number }
  | { kind: 'ends'; at: Date }
  | { kind: 'free' }

export interface Suggestion {
  id: string
  reasons: Reason[]
}

/** Minutes of walking past which people take something else. */
const WALKABLE = 45
const DAY = 86_400_000
/** A table at which everybody hears everybody. */
const SMALL = 6

/** What speaks against an outing: a kilometre weighs as much as a day and a half, three people too many as a day. */
function cost({ distance, startsAt, going, interest }: Candidate, now: Date): number {
  const days = (startsAt.getTime() - now.getTime()) / DAY
  const crowd = Math.max(0, going - SMALL) / 3
  return (distance / 1000) * 1.5 + days + crowd - (interest ? 3 : 0)
}

function reasonsOf({ known, interest, distance, going, endsAt, free }: Candidate): Reason[] {
  const minutes = walkingMinutes(distance)
  const [first] = known
  return [
    ...(first ? [{ kind: 'known' as const, name: first.firstName, times: first.times }] : []),
    ...(interest ? [{ kind: 'interest' as const, interest }] : []),
    minutes <= WALKABLE
      ? { kind: 'walk', minutes: Math.max(1, minutes) }
      : { kind: 'way', km: Math.round(distance / 1000) },
    ...(going > 0 ? [{ kind: 'people' as const, count: going }] : []),
    { kind: 'ends', at: endsAt },
    ...(free ? [{ kind: 'free' as const }] : []),
  ]
}

/**
 * A few outings worth leaving the house for, with the reasons: those with somebody one knows first, then near, soon
 * and small; one of them free, if any is; one date of each series. Nobody can pay to be among them: there is nothing
 * here that money changes.
 */
export function suggest(candidates: Candidate[], now: Date, limit = 3): Suggestion[] {
  const ranked = [...candidates].sort(
    (a, b) =>
      Number(b.known.length > 0) - Number(a.known.length > 0) ||
      cost(a, now) - cost(b, now) ||
      (a.id < b.id ? -1 : 1),
  )
  const once = ranked.filter(
    ({ seriesId }, i) => seriesId === null || ranked.findIndex((other) => other.seriesId === seriesId) === i,
  )
  const chosen = once.slice(0, limit)
  const free = once.find((candidate) => candidate.free)
  if (free && !chosen.some((candidate) => candidate.free)) chosen.splice(limit - 1, 1, free)
  return chosen.map((candidate) => ({ id: candidate.id, reasons: reasonsOf(candidate) }))
}
