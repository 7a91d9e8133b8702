import type { Candidate, Ties } from '@/lib/coffees/matching/schema'

/** A generator of numbers in [0, 1): mulberry32, public domain, by Tommy Ettinger. */
export function generator(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

const REACHES = [2, 5, 5, 10, 10, 10, 20, 40]
const TRADES = 24
const INTERESTS = 40
const ROUNDS_BEFORE = 6

/**
 * Freelancers of so many towns, who have had six rounds. Towns are as large as their rank makes them (Zipf), their people
 * stand around the centre. Assumed: 85 % speak French, 40 % English, 8 % Italian; two to five half-days of ten;
 * trades and interests, a few common and many rare; three in ten chose trios; one in sixteen arrived lately.
 */
export function population(
  count: number,
  towns: number,
  random: () => number,
): { people: Candidate[]; ties: Ties } {
  const below = (limit: number) => Math.floor(random() * limit)
  const rarely = (limit: number) => Math.floor(random() ** 2 * limit)
  const shares = Array.from({ length: towns }, (_, rank) => 1 / (rank + 1))
  const whole = shares.reduce((sum, share) => sum + share)
  const sizes = shares.map((share) => Math.max(1, Math.round((count * share) / whole)))
  const people: Candidate[] = []
  const met: [string, string, number][] = []
  for (let town = 0; people.length < count; town = (town + 1) % towns) {
    const centre = { lat: 43.2 + random() * 7, lng: -1 + random() * 8 }
    const size = Math.min(sizes[town] as number, count - people.length)
    const radius = 0.01 + 0.0012 * Math.sqrt(size)
    const first = people.length
    for (let i = 0; i < size; i++) people.push(someone(people.length, centre, radius))
    for (let ago = 1; ago <= ROUNDS_BEFORE; ago++)
      for (let i = 0; i < size; i++) met.push([`${first + i}`, `${first + below(size)}`, ago])
  }
  const apart = people.filter(() => random() < 0.01).map(({ id }) => [id, `${below(count)}`] as const)
  return { people, ties: { met: met.filter(([a, b]) => a !== b), apart: apart.filter(([a, b]) => a !== b) } }

  function someone(id: number, { lat, lng }: { lat: number; lng: number }, radius: number): Candidate {
    const off = () => (random() + random() + random() - 1.5) * 2 * radius
    const cell = (degrees: number) => Math.round(degrees * 100) / 100
    const some = (most: number, from: number) =>
      Array.from({ length: 2 + below(most - 1) }, () => below(from))
    const spoken = [random() < 0.85 && 'fr', random() < 0.4 && 'en', random() < 0.08 && 'it'].filter(
      (one) => one !== false,
    )
    return {
      ...{ id: `${id}`, lat: cell(lat + off()), lng: cell(lng + off()) },
      reachKm: REACHES[below(REACHES.length)] as number,
      languages: spoken.length > 0 ? spoken : ['fr'],
      slots: some(5, 10).reduce((mask, bit) => mask | (1 << bit), 0),
      trade: `trade ${rarely(TRADES)}`,
      interests: Array.from({ length: below(5) }, () => `interest ${rarely(INTERESTS)}`),
      size: random() < 0.3 ? 'trio' : 'pair',
      arrivedLately: random() < 1 / 16,
      weeksIn: Math.min(52, Math.floor(-6 * Math.log(1 - random()))),
    }
  }
}
