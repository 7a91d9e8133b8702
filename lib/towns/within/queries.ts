import { distance } from '@/lib/geo/distance'
import type { LatLng } from '@/lib/geo/types'
import { exactly, type Index, toTown } from '@/lib/towns/lookup/queries'
import { fold, nearness, type Town } from '@/lib/towns/rules'
import { distanceUpTo, isApart, isWithin, likelihood, type Run, runsOf, slips, wordsOf } from './rules'

type Named = { run: Run; at: number; value: number }
type Options = { limit: number; near?: LatLng | null; country?: string }

const FRENCH_POSTCODE = /^\d{5}$/

/**
 * Towns that an address names, by its postcode or the likeliest run of its words; misspelt ones where none is spelt so.
 * Of namesakes, the one in the département that is named too, or beside another town that is, comes first.
 */
export function townsInAddress(index: Index, typed: string, { limit, near, country }: Options): Town[] {
  const words = wordsOf(typed)
  const postcode =
    words.find((word) => FRENCH_POSTCODE.test(word) && exactly(index.postcodes, word).length > 0) ?? ''
  const there = postcode ? new Set(exactly(index.postcodes, postcode)) : null
  const allowed = (at: number) =>
    (!country || index.towns[at]?.country === country) && (!there || there.has(at))
  const runs = runsOf(words)
  const named = spelt(index, runs, allowed)
  const found = named.length > 0 ? told(index, runs, named) : misspelt(index, runs, there, allowed)
  const scores = new Map<number, number>()
  for (const { at, value } of found) scores.set(at, Math.max(value, scores.get(at) ?? -1))
  for (const at of there ?? [])
    if (allowed(at) && !scores.has(at)) scores.set(at, Math.log10(populationOf(index, at) + 10))
  const value = (at: number, score: number) => score + (near ? nearness(metresTo(index, at, near)) : 0)
  return [...scores]
    .sort(([a, x], [b, y]) => value(b, y) - value(a, x))
    .slice(0, limit)
    .flatMap(([at]) => {
      const town = index.towns[at]
      return town ? [toTown(town, postcode)] : []
    })
}

const populationOf = (index: Index, at: number) => index.towns[at]?.population ?? 0

function metresTo(index: Index, at: number, from: LatLng): number {
  const town = index.towns[at]
  return town ? distance(from, town) : Number.POSITIVE_INFINITY
}

/** People of a commune of former days, of which nobody keeps count. */
const FORMER = 200

/** Every run that is the name of a town in full, but those inside a longer one: no Saint-Denis in Vert-Saint-Denis. */
function spelt(index: Index, runs: Run[], allowed: (at: number) => boolean): Named[] {
  const named = runs.flatMap((run) => {
    const called = exactly(index.words, run.name).filter((at) => index.names[at] === run.name)
    const formerly = exactly(index.others, run.name).filter((at) => index.towns[at]?.id.startsWith('fr-'))
    return [
      ...called.map((at) => ({ run, at, value: likelihood(run, populationOf(index, at)) })),
      ...formerly.map((at) => ({ run, at, value: likelihood(run, FORMER) })),
    ].filter(({ at }) => allowed(at))
  })
  const taken = [...new Set(named.map(({ run }) => run))]
  return named.filter(({ run }) => !taken.some((longer) => isWithin(run, longer)))
}

/** Metres within which another town of the same address lies near. */
const NEIGHBOUR = 20_000
const IN_REGION = 3
const BESIDE = 1.5

/** The same, with what the rest of the address says of each: its département, or a neighbour. */
function told(index: Index, runs: Run[], named: Named[]): Named[] {
  const regions = runs.filter(({ name }) => index.regions.has(name))
  const namesakes = Map.groupBy(named, ({ run }) => run)
  return named.map((one) => {
    const town = index.towns[one.at]
    if (!town || (namesakes.get(one.run)?.length ?? 0) < 2) return one
    const region = regions.some((run) => isApart(run, one.run) && run.name === fold(town.region))
    const beside = named.some(
      ({ run, at }) => isApart(run, one.run) && metresTo(index, at, town) <= NEIGHBOUR,
    )
    return { ...one, value: one.value + (region ? IN_REGION : 0) + (beside ? BESIDE : 0) }
  })
}

/** Towns whose name is a slip away from a run at either end of the address; only those of its postcode, where it has one. */
function misspelt(
  index: Index,
  runs: Run[],
  there: Set<number> | null,
  allowed: (at: number) => boolean,
): Named[] {
  return runs
    .filter(({ at, words }) => at !== 'middle' && words <= 4)
    .flatMap((run) => {
      const most = slips(run.name.length)
      if (most === 0) return []
      const alike = (there ? [...there] : (index.initials.get(run.name[0] ?? '') ?? [])).filter(allowed)
      return alike.flatMap((at) => {
        const wrong = distanceUpTo(index.names[at] ?? '', run.name, most)
        if (wrong > most) return []
        return [{ run, at, value: likelihood(run, populationOf(index, at)) - 2 * wrong }]
      })
    })
}
