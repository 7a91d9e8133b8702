import { canMeet, type Gathering, type Person } from '@/lib/coffees/gathering/rules'

/**
 * People who can meet directly or through others: circles that have nothing to do with each other, so each can be
 * seated on its own. Whoever is found leaves the search, so crowds who can all meet cost little.
 */
export function circles(gathering: Gathering): Person[][] {
  const { people } = gathering
  // Nobody meets further away than twice the longest reach: in the same box or one beside it.
  const side = people.reduce((most, { reachKm }) => Math.max(most, 2 * reachKm), 1)
  const boxes = new Map<number, Set<Person>>()
  for (const one of people) {
    const key = boxKey(boxOf(one, side))
    const box = boxes.get(key)
    if (box) box.add(one)
    else boxes.set(key, new Set([one]))
  }
  const take = (one: Person) => boxes.get(boxKey(boxOf(one, side)))?.delete(one) ?? false
  return people.flatMap((first) => {
    if (!take(first)) return []
    const circle = [first]
    // Those who go far find most of the others: asked first, they leave few for the rest to look through.
    const far = [first]
    const near: Person[] = []
    for (let one = far.pop(); one; one = far.pop() ?? near.pop()) {
      for (const box of nearby(boxOf(one, side))) {
        for (const other of boxes.get(box) ?? []) {
          if (!canMeet(gathering, one, other) || !take(other)) continue
          circle.push(other)
          const queue = other.reachKm * 4 > side ? far : near
          queue.push(other)
        }
      }
    }
    return [circle]
  })
}

type Box = readonly [number, number, number]

const boxOf = ({ x, y, z }: Person, side: number): Box => [
  Math.floor(x / side),
  Math.floor(y / side),
  Math.floor(z / side),
]

/** The earth is 12,742 boxes of a kilometre across. */
const boxKey = ([x, y, z]: Box) => ((x + 8192) * 16384 + y + 8192) * 16384 + z + 8192

const STEPS = [-1, 0, 1]

const nearby = ([x, y, z]: Box) =>
  STEPS.flatMap((dx) => STEPS.flatMap((dy) => STEPS.map((dz) => boxKey([x + dx, y + dy, z + dz]))))

/** Cuts people into areas of at most `most` (2 or more), again and again across the longer side, at so great a share of them; all but one even. */
export function split(people: readonly Person[], most: number, share: number): Person[][] {
  if (people.length <= most) return [[...people]]
  const axes = ['x', 'y', 'z'] as const
  const spans = axes.map((axis) => {
    const along = people.map((one) => one[axis])
    return along.reduce((a, b) => Math.max(a, b)) - along.reduce((a, b) => Math.min(a, b))
  })
  const axis = axes[spans.indexOf(Math.max(...spans))] ?? 'x'
  const sorted = people.toSorted((a, b) => a[axis] - b[axis] || a.index - b.index)
  const cut = Math.max(2, 2 * Math.floor((people.length * share) / 2))
  return [...split(sorted.slice(0, cut), most, share), ...split(sorted.slice(cut), most, share)]
}
