import { distance } from '@/lib/geo/distance'
import type { LatLng } from '@/lib/geo/types'
import { beginningWith, exactly, textAt } from '@/lib/towns/keys/rules'
import { nameOf, positionOf, townOf } from '@/lib/towns/lookup/rules'
import { countryCode, type Packed } from '@/lib/towns/packed/rules'
import { fold, nearness, type Town } from '@/lib/towns/rules'
import { distanceUpTo, isApart, isWithin, likelihood, type Run, runsOf, slips, wordsOf } from './rules'

type Named = { run: Run; at: number; value: number }
type Options = { limit: number; near?: LatLng | null; country?: string }

const FRENCH_POSTCODE = /^\d{5}$/

/**
 * Towns that an address names, by its postcode or the likeliest run of its words; misspelt ones where none is spelt so.
 * Of namesakes, the one in the département that is named too, or beside another town that is, comes first.
 */
export function townsInAddress(index: Packed, typed: string, { limit, near, country }: Options): Town[] {
  const words = wordsOf(typed)
  const postcode =
    words.find((word) => FRENCH_POSTCODE.test(word) && exactly(index.postcodes, word).length > 0) ?? ''
  const there = postcode ? new Set(exactly(index.postcodes, postcode)) : null
  const wanted = country ? countryCode(country) : null
  const allowed = (at: number) => (!wanted || index.country[at] === wanted) && (!there || there.has(at))
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
    .map(([at]) => townOf(index, at, postcode))
}

const populationOf = ({ population }: Packed, at: number) => population[at] ?? 0

const metresTo = (index: Packed, at: number, from: LatLng): number => distance(from, positionOf(index, at))

/** People of a commune of former days, of which nobody keeps count. */
const FORMER = 200

/** Every run that is the name of a town in full, but those inside a longer one: no Saint-Denis in Vert-Saint-Denis. */
function spelt(index: Packed, runs: Run[], allowed: (at: number) => boolean): Named[] {
  const named = runs.flatMap((run) => {
    const called = exactly(index.words, run.name).filter((at) => nameOf(index, at) === run.name)
    const formerly = exactly(index.others, run.name).filter((at) => townOf(index, at).id.startsWith('fr-'))
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
function told(index: Packed, runs: Run[], named: Named[]): Named[] {
  const known = new Set(textAt(index.regions, 0, index.regions.length).split('\n'))
  const regions = runs.filter(({ name }) => known.has(name))
  const namesakes = Map.groupBy(named, ({ run }) => run)
  return named.map((one) => {
    if ((namesakes.get(one.run)?.length ?? 0) < 2) return one
    const town = townOf(index, one.at)
    const region = regions.some((run) => isApart(run, one.run) && run.name === fold(town.region))
    const beside = named.some(
      ({ run, at }) => isApart(run, one.run) && metresTo(index, at, town) <= NEIGHBOUR,
    )
    return { ...one, value: one.value + (region ? IN_REGION : 0) + (beside ? BESIDE : 0) }
  })
}

/** Towns whose name is a slip away from a run at either end of the address; only those of its postcode, where it has one. */
function misspelt(
  index: Packed,
  runs: Run[],
  there: Set<number> | null,
  allowed: (at: number) => boolean,
): Named[] {
  return runs
    .filter(({ at, words }) => at !== 'middle' && words <= 4)
    .flatMap((run) => {
      const most = slips(run.name.length)
      if (most === 0) return []
      const alike = (there ? [...there] : [...withInitial(index, run.name[0] ?? '')]).filter(allowed)
      return alike.flatMap((at) => {
        const wrong = distanceUpTo(nameOf(index, at), run.name, most)
        if (wrong > most) return []
        return [{ run, at, value: likelihood(run, populationOf(index, at)) - 2 * wrong }]
      })
    })
}

/** Places of the towns whose name begins so, in the order of the gazetteer. */
function withInitial({ words, nameEnds }: Packed, letter: string): Uint32Array {
  const [start, end] = beginningWith(words, letter)
  return words.towns
    .subarray(start, end)
    .filter((town, i) => words.from[start + i] === (nameEnds[town - 1] ?? 0))
    .sort()
}
