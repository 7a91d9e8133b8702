import type { Person } from './people'
import type { Random } from './random'
import type { DemoSpace } from './spaces'

/** Milliseconds. */
const DAY = 86_400_000
const TRIAL = 'Écrivez-nous la veille : la première journée est pour nous, café compris.'
const SOCKETS = ['none', 'few', 'plenty'] as const
const NOISE = ['quiet', 'murmur', 'loud'] as const

/** What a place says of itself in words is found there, too. */
const MENTIONED = {
  phoneBooths: /cabine|booth/i,
  outdoor: /terrasse|terrace|jardin|cour\b|dehors|soleil|potager|pins/i,
  bikeParking: /vélos/i,
  coffee: /café|coffee|percolateur|espresso|cantine/i,
  meetingRooms: /salles? de (réunion|groupe)/i,
} satisfies Record<string, RegExp>

/** Mbit/s, from and to. */
const WIFI: Record<DemoSpace['kind'], [number, number]> = {
  coworking: [90, 600],
  third_place: [30, 200],
  cafe: [12, 80],
  library: [20, 120],
  home_table: [40, 300],
}

/** What people found in the demo's places and what their owners say of them. Of one in five things, nobody said anything. */
export function found(random: Random, spaces: DemoSpace[]) {
  return spaces.map((space) => {
    const said = <T>(value: T): T | null => (random.chance(1 / 5) ? null : value)
    const maybe = (probability: number) => said(random.chance(probability))
    const { kind } = space
    const atWork = kind === 'coworking' || kind === 'third_place'
    const trialDay = kind === 'coworking' && random.chance(1 / 4)
    const values = {
      ...prices(space.charge),
      sockets: said(random.pick(kind === 'coworking' ? (['plenty'] as const) : SOCKETS.slice(1))),
      noise: said(
        random.pick(
          kind === 'cafe' ? NOISE.slice(1) : kind === 'library' ? ['quiet' as const] : NOISE.slice(0, 2),
        ),
      ),
      wifiMbps: said(random.between(...WIFI[kind])),
      callsAllowed: said(kind === 'library' ? false : atWork || random.chance(1 / 2)),
      phoneBooths: atWork ? maybe(2 / 3) : null,
      meetingRooms: atWork || kind === 'library' ? maybe(2 / 3) : null,
      coffee: kind === 'cafe' ? true : maybe(3 / 4),
      outdoor: maybe(1 / 2),
      bikeParking: maybe(1 / 2),
      languages: random.chance(1 / 3) ? ['fr', 'en'] : ['fr'],
      trialDay,
      trialNote: trialDay ? TRIAL : '',
    }
    const all = { ...values, ...mentioned(space) }
    return { ...space, ...all, provenance: provenanceOf(all) }
  })
}

function mentioned({ description }: DemoSpace): Partial<Record<keyof typeof MENTIONED, true>> {
  const said = Object.entries(MENTIONED).filter(([, words]) => words.test(description))
  return Object.fromEntries(said.map(([field]) => [field, true]))
}

type Found = ReturnType<typeof found>[number]

/** "18 €/jour" as cents, with an hour and a month that go with it. */
function prices(charge: string | null) {
  const day = Number(/^(\d+) €\/jour$/.exec(charge ?? '')?.[1] ?? Number.NaN)
  if (Number.isNaN(day)) return { charge }
  return {
    charge: null,
    priceHour: Math.round(day / 4) * 100,
    priceDay: day * 100,
    priceMonth: day * 12 * 100,
  }
}

const BY_OWNER = [
  'priceHour',
  'priceDay',
  'priceMonth',
  'trialDay',
  'phoneBooths',
  'meetingRooms',
  'languages',
]

/** Whoever has the place says what it costs and offers; the rest is what people found. */
function provenanceOf(values: Record<string, unknown>): Record<string, string> {
  const known = Object.entries(values).filter(
    ([, value]) => value !== null && value !== false && value !== '',
  )
  return Object.fromEntries(known.map(([field]) => [field, BY_OWNER.includes(field) ? 'owner' : 'people']))
}

/** Who found that, and when: three people a place, of whom the middle one counts. */
export function observationRows(random: Random, now: Date, people: Person[], spaces: Found[]) {
  return spaces.flatMap(({ id: spaceId, wifiMbps, sockets, noise }) =>
    random.some(people, 3).flatMap(({ id: freelancerId }, index) => {
      const at = { spaceId, freelancerId, observedAt: new Date(now.getTime() - random.between(2, 300) * DAY) }
      const speed = wifiMbps === null ? null : Math.round(wifiMbps * (0.8 + index * 0.2))
      return [
        ...(speed === null ? [] : [{ ...at, topic: 'wifi' as const, value: speed }]),
        ...(sockets ? [{ ...at, topic: 'sockets' as const, value: SOCKETS.indexOf(sockets) }] : []),
        ...(noise ? [{ ...at, topic: 'noise' as const, value: NOISE.indexOf(noise) }] : []),
      ]
    }),
  )
}

/** On how many half-days of the last weeks people worked there: nothing at one place in three. */
export function visitRows(random: Random, now: Date, spaces: Found[]) {
  const today = new Date(now.toISOString().slice(0, 10)).getTime()
  return spaces.flatMap(({ id: spaceId }) =>
    random.chance(1 / 3)
      ? []
      : random
          .some([3, 6, 9, 14, 20, 27, 33, 41, 55, 70], random.between(1, 6))
          .map((ago) => ({ spaceId, day: new Date(today - ago * DAY), halfDays: random.between(1, 4) })),
  )
}
