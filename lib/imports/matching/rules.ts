import { foldedTown, numberOf } from '@/lib/imports/doors/rules'
import { type Comparison, candidatePairs, compare, NEAR, type Place } from '@/lib/imports/doubles/rules'

/** A space that may be the same place as a row, under each name and address that is told of it. */
export type Candidate = { spaceId: string; places: Place[] }

/**
 * Where a row goes. `into`: the id of the space that it is certainly one with, the number of the earlier row that it is
 * one with, or null for a new one. `doubtful`: what a person should compare it with, named alike, with the score.
 */
export type Match = { into: string | number | null; doubtful: { with: string | number; score: number }[] }

type Target = { key: string | number; places: Place[] }
type Entry = { point: Place['point']; place: Place; row: number | null; target: Target | null }

/** The highest score of what is doubtful. */
const DOUBTFUL = 0.84

/** A match for each row, in their order: among the candidates and the rows before it. */
export function matchRows(rows: readonly Place[], candidates: readonly Candidate[]): Match[] {
  const old: Entry[] = candidates.flatMap(({ spaceId, places }) => {
    const target = { key: spaceId, places: [...places] }
    return places.map((place) => ({ point: place.point, place, row: null, target }))
  })
  const fresh: Entry[] = rows.map((place, row) => ({ point: place.point, place, row, target: null }))
  const near = neighbours([...old, ...fresh])
  return fresh.map((entry) => {
    const targets = new Set((near.get(entry) ?? []).flatMap(({ target }) => (target ? [target] : [])))
    const judged = [...targets].map((target) => ({ target, ...judge(entry.place, target) }))
    judged.sort((a, b) => b.score - a.score)
    const [best] = judged.filter(({ verdict }) => verdict === 'same')
    entry.target = best?.target ?? { key: entry.row ?? 0, places: [] }
    entry.target.places.push(entry.place)
    // What is certainly one with two spaces says that those two may be one as well.
    const asked = judged.filter(
      (one) => one !== best && (one.verdict === 'same' || (!best && one.verdict !== 'different')),
    )
    const doubtful = asked.map(({ target, score }) => ({
      with: target.key,
      score: Math.min(score, DOUBTFUL),
    }))
    return { into: best?.target.key ?? null, doubtful }
  })
}

/** A source that lists both says that they are two: then what is like one of them is for a person to look at. */
function judge(place: Place, { places }: Target): Comparison {
  const all = places.map((other) => ({ other, ...compare(place, other) }))
  const [best] = [...all].sort((a, b) => b.score - a.score)
  if (!best) return { verdict: 'different', score: 0 }
  const apart = all.some(({ other, verdict }) => other.source === place.source && verdict === 'different')
  if (best.verdict === 'same' && apart) return { verdict: 'doubtful', score: DOUBTFUL }
  return { verdict: best.verdict, score: best.score }
}

/** For each new entry the earlier ones that are near, or have its house number in its town. */
function neighbours(entries: readonly Entry[]): Map<Entry, Entry[]> {
  const found = new Map<Entry, Entry[]>()
  const note = (earlier: Entry, later: Entry) => {
    const list = found.get(later)
    if (list) list.push(earlier)
    else found.set(later, [earlier])
  }
  for (const [earlier, later] of candidatePairs(entries, NEAR, ({ row }) => row !== null))
    note(earlier, later)
  const doors = new Map<string, Entry[]>()
  for (const entry of entries) {
    const { postcode, city } = entry.place
    const number = numberOf(entry.place)
    if (number === '') continue
    for (const town of new Set([postcode, foldedTown(city)].filter((name) => name !== ''))) {
      const key = `${number} ${town}`
      const others = doors.get(key) ?? []
      if (entry.row !== null) for (const other of others) note(other, entry)
      others.push(entry)
      doors.set(key, others)
    }
  }
  return found
}
