import { canBeThree, type Gathering, type Meeting, meeting, type Person } from '@/lib/coffees/gathering/rules'
import { type Tiers, tableTiers, worth } from '@/lib/coffees/worth/rules'

/** The most people that are seated at once, trying every arrangement. */
export const MOST_AT_ONCE = 12

/** People who may sit together, known by their number in the area, with all meetings between them looked up once. */
export interface Area {
  people: Person[]
  meetings: (Meeting | null)[][]
  tiers: Tiers
  /** How many a table holds at most. */
  largest: 2 | 3
}

/** The people of one table, or one who is alone, by their numbers in the area. */
export type Table = readonly number[]

export function area(gathering: Gathering, people: Person[], largest: 2 | 3 = 3): Area {
  const meetings: (Meeting | null)[][] = people.map(() => [])
  for (const [i, a] of people.entries()) {
    for (let j = i + 1; j < people.length; j++) {
      const between = meeting(gathering, a, people[j] as Person)
      ;(meetings[i] as (Meeting | null)[])[j] = between
      ;(meetings[j] as (Meeting | null)[])[i] = between
    }
  }
  return { people, meetings, tiers: tableTiers(people, MOST_AT_ONCE), largest }
}

/** What a table is worth, or null when these can't sit together. Somebody alone is worth nothing. */
export function worthOf({ people, meetings, tiers }: Area, table: Table): number | null {
  if (table.length < 2) return 0
  const sitting = table.map((i) => people[i] as Person)
  const between: Meeting[] = []
  for (const [at, i] of table.entries()) {
    for (const j of table.slice(at + 1)) {
      const one = meetings[i]?.[j]
      if (!one) return null
      between.push(one)
    }
  }
  const [a, b, c] = sitting
  if (a && b && c && !canBeThree(a, b, c)) return null
  return worth(sitting, between, tiers)
}

type Option = { mask: number; worth: number; table: Table }

/**
 * The best of all ways to seat up to twelve people, and what it is worth. Dynamic programming over sets: the first of
 * a set stays alone or sits at one of the tables that are possible within it, and the rest is a smaller set.
 */
export function seat(area: Area, group: readonly number[]): { tables: Table[]; worth: number } {
  const options = optionsOf(area, group)
  const best = new Float64Array(2 ** group.length)
  const chosen: (Option | undefined)[] = []
  for (let set = 1; set < best.length; set++) {
    const first = set & -set
    let most = best[set ^ first] as number
    for (const option of options[31 - Math.clz32(first)] as Option[]) {
      if ((option.mask & set) !== option.mask) continue
      const sum = option.worth + (best[set ^ option.mask] as number)
      if (sum <= most) continue
      most = sum
      chosen[set] = option
    }
    best[set] = most
  }
  const tables: Table[] = []
  for (let set = best.length - 1; set > 0; ) {
    const option = chosen[set]
    const first = set & -set
    tables.push(option?.table ?? [group[31 - Math.clz32(first)] as number])
    set ^= option?.mask ?? first
  }
  return { tables, worth: best[best.length - 1] as number }
}

/** The tables possible within a group, under the place in the group of their first member. */
function optionsOf(area: Area, group: readonly number[]): Option[][] {
  const possible = (...places: number[]): Option[] => {
    const table = places.map((place) => group[place] as number)
    const sum = worthOf(area, table)
    return sum === null
      ? []
      : [{ mask: places.reduce((set, place) => set | (1 << place), 0), worth: sum, table }]
  }
  const after = (place: number) => group.map((_, other) => other).slice(place + 1)
  return group.map((_, a) =>
    after(a).flatMap((b) => {
      const pair = possible(a, b)
      if (pair.length === 0 || area.largest === 2) return pair
      return [...pair, ...after(b).flatMap((c) => possible(a, b, c))]
    }),
  )
}
