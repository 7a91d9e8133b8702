import type { Person } from '@/lib/coffees/gathering/rules'
import { type Area, MOST_AT_ONCE, seat, type Table, worthOf } from '@/lib/coffees/seating/rules'
import { worth } from '@/lib/coffees/worth/rules'

/** People who are seated anew at a time, how far the choice of them moves on, and how often all are looked at. */
const TOGETHER = 9
const STEP = 4
const PASSES = 4

/** Where everybody sits now, and whom each could meet, once asked for. */
type Hall = { area: Area; tableOf: Table[]; likes: Map<number, number[]> }

/**
 * Makes tables better, by local search: a table and those of the people whom one of it would best meet are cleared, and
 * these nine people seated in the best of all ways. That holds swaps between tables, pairs that become trios, and a
 * seat found for somebody alone, who tries everybody they can meet. Tables change for a greater sum only, and only as
 * `seat` may seat people; the work is bounded by the passes. `who` are those whose tables are looked at.
 */
export function reseat(area: Area, start: readonly Table[], who = [...area.people.keys()]): Table[] {
  const hall: Hall = { area, tableOf: area.people.map((_, i) => [i]), likes: new Map() }
  for (const table of start) for (const i of table) hall.tableOf[i] = table
  for (let pass = 0; pass < PASSES; pass++) {
    let better = false
    for (const i of who.toSorted((a, b) => sizeAt(hall, a) - sizeAt(hall, b))) {
      // Once a table, through another of its people in each pass.
      if (hall.tableOf[i]?.[pass % sizeAt(hall, i)] === i) better = lookAt(hall, i, pass) || better
    }
    if (!better) break
  }
  return [...new Set(hall.tableOf)]
}

const sizeAt = ({ tableOf }: Hall, i: number) => (tableOf[i] as Table).length

function lookAt(hall: Hall, i: number, pass: number): boolean {
  if (sizeAt(hall, i) > 1) return improve(hall, around(hall, i, pass * STEP, TOGETHER))
  for (let from = 0; from < likes(hall, i).length; from += STEP)
    if (improve(hall, around(hall, i, from, MOST_AT_ONCE))) return true
  return false
}

/** Whom somebody can meet: those who chose the same size of table first, then by worth. */
function likes({ area: { people, meetings, tiers }, likes }: Hall, i: number): number[] {
  const known = likes.get(i)
  if (known) return known
  const self = people[i] as Person
  const rated = (meetings[i] ?? []).flatMap((meeting, j) => {
    if (!meeting) return []
    const other = people[j] as Person
    return [{ j, alike: Number(other.size === self.size), worth: worth([self, other], [meeting], tiers) }]
  })
  const liked = rated.sort((a, b) => b.alike - a.alike || b.worth - a.worth).map(({ j }) => j)
  likes.set(i, liked)
  return liked
}

/**
 * Somebody's table and others, whole, as many as fit: of those whom they can meet, beginning with those who are no more
 * pleased with the size of their table than they are, and where these are few, of those whom these can meet.
 */
function around(hall: Hall, i: number, from: number, most: number): number[] {
  const group = [...(hall.tableOf[i] as Table)]
  const invite = (guests: readonly number[]) => {
    for (const j of guests) {
      const table = hall.tableOf[j] as Table
      if (group.length + table.length <= most && !group.includes(j)) group.push(...table)
      if (group.length === most) break
    }
  }
  const displeased = (j: number) => sizeAt(hall, j) !== (hall.area.people[j]?.size === 'pair' ? 2 : 3)
  const turned = (j: number) => {
    const liked = likes(hall, j)
    return [...liked.slice(from % liked.length), ...liked.slice(0, from % liked.length)]
  }
  if (displeased(i)) invite(turned(i).filter(displeased))
  invite(turned(i))
  for (const j of group) if (group.length < most - 1) invite(turned(j))
  return group
}

/** Seats a group anew if that is worth more. */
function improve({ area, tableOf }: Hall, group: readonly number[]): boolean {
  const now = [...new Set(group.map((i) => tableOf[i] as Table))]
  const best = seat(area, group)
  if (best.worth <= now.reduce((sum, table) => sum + (worthOf(area, table) ?? 0), 0)) return false
  for (const table of best.tables) for (const i of table) tableOf[i] = table
  return true
}
