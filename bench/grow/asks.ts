import type { Agent } from 'node:http'
import { ask } from '@/bench/load'
import { boxAround } from '@/lib/geo/bbox'
import { tileAt } from '@/lib/geo/tiles'
import { slugify } from '@/lib/slug'
import { call } from '@/lib/testing/crowd'
import type { Grown, Spot } from './grown'

/** `ask` answers the milliseconds of its nth request, and fails where the answer is no success. */
export type Question = { what: string; ask(n: number): Promise<number> }

/** Towns that people type: three that have places, three that have none. */
const TOWNS = ['Nice', 'Lyon', 'Bourg-en-Bresse', 'Valence', 'Saint-Étienne', 'Cannes']
/** Metres to each side of the box of which the nearest are asked for. */
const AROUND = 5000

/** Everything that people ask of an instance, around its spots. */
export function questionsAt({ url, spots, events, fresh, people }: Grown, agent: Agent): Question[] {
  const some = <Thing>(things: Thing[], n: number) => things[n % things.length] as Thing
  const at = (what: string, path: (spot: Spot, n: number) => string): Question => ({
    what,
    ask: async (n) => (await ask(agent, `${url}${path(some(spots, n), n)}`)).ms,
  })
  const tile = (z: number) =>
    at(`tile, zoom ${z}`, (spot) => {
      const { x, y } = tileAt(spot, z)
      return `/api/map/${z}/${x}/${y}`
    })
  const search = (text: string, { lat, lng }: Spot) =>
    `/api/search?${new URLSearchParams({ q: text, near: `${lat},${lng}`, lang: 'fr' })}`
  const nearest = (spot: Spot, filters = '') => {
    const { west, south, east, north } = boxAround(spot, AROUND)
    return `/api/v1/spaces?bbox=${west},${south},${east},${north}&limit=50${filters}`
  }
  return [
    ...[10, 13, 15].map(tile),
    at('list of a town', ({ lat, lng }) => `/fr?lat=${lat}&lng=${lng}&z=13`),
    at('list of a region', ({ lat, lng }) => `/fr?lat=${lat}&lng=${lng}&z=8`),
    at('agenda', () => '/fr/agenda'),
    at('nearest', (spot) => nearest(spot)),
    at('nearest under four filters', (spot) => nearest(spot, '&wifi=1&sockets=1&quiet=1&accessible=1')),
    at('search, a name', (spot) => search(spot.name, spot)),
    at('search, a word of many names', (spot) => search(spot.name.split(' ')[0] ?? '', spot)),
    at('search, a slip', (spot) => search(spot.name.replace(/(.)(.)(?= )/, '$2$1'), spot)),
    at('search, a town', (spot, n) => search(some(TOWNS, n), spot)),
    at('event page', (_, n) => {
      const { id, title } = some(events, n)
      return `/fr/events/${id}/${slugify(title)}`
    }),
    {
      what: 'RSVP',
      ask: async (n) => {
        const began = performance.now()
        const { status } = await call(agent, `${url}/api/v1/events/${fresh[n]}/rsvp`, some(people, n), 'POST')
        if (status !== 200) throw new Error(`an RSVP was answered with ${status}`)
        return performance.now() - began
      },
    },
  ]
}
