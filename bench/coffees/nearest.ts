import { canMeet, chord, type Gathering, type Person } from '@/lib/coffees/gathering/rules'

/** Kilometres of a box's side. */
const SIDE = 4

/** The plain way to do it: one after another takes the nearest person whom they can meet and who is still free. */
export function nearestPairs(gathering: Gathering): [Person, Person][] {
  const boxes = new Map<string, Set<Person>>()
  const boxOf = ({ x, y, z }: Person) =>
    [x, y, z].map((km) => Math.floor(km / SIDE)) as [number, number, number]
  const furthest = Math.max(...gathering.people.map(({ reachKm }) => reachKm))
  for (const one of gathering.people) {
    const key = boxOf(one).join(' ')
    boxes.set(key, (boxes.get(key) ?? new Set()).add(one))
  }
  const leave = (one: Person) => boxes.get(boxOf(one).join(' '))?.delete(one) ?? false
  return gathering.people.flatMap((one) => {
    if (!leave(one)) return []
    const rings = Math.ceil((one.reachKm + furthest) / SIDE)
    let nearest: Person | undefined
    for (let ring = 0; ring <= rings && !(nearest && chord(one, nearest) <= (ring - 1) * SIDE); ring++) {
      for (const key of shell(boxOf(one), ring)) {
        for (const other of boxes.get(key) ?? []) {
          if (nearest && chord(one, other) >= chord(one, nearest)) continue
          if (canMeet(gathering, one, other)) nearest = other
        }
      }
    }
    if (nearest) leave(nearest)
    return nearest ? [[one, nearest] as [Person, Person]] : []
  })
}

/** The boxes so many steps away. */
function shell([x, y, z]: [number, number, number], ring: number): string[] {
  const steps = Array.from({ length: 2 * ring + 1 }, (_, i) => i - ring)
  return steps.flatMap((dx) =>
    steps.flatMap((dy) => {
      const sides = Math.max(Math.abs(dx), Math.abs(dy)) === ring ? steps : [...new Set([-ring, ring])]
      return sides.map((dz) => `${x + dx} ${y + dy} ${z + dz}`)
    }),
  )
}
