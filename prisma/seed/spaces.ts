import { WHEELCHAIR } from '@/lib/spaces/terms'
import { PLACES, type Place } from './places'
import type { Random } from './random'
import { TIME_ZONE, TOWNS } from './towns'

const DAY = 86_400_000
const COMMUNES: Record<string, string> = {
  '06110': 'Le Cannet',
  '06160': 'Antibes',
  '06250': 'Mougins',
  '06410': 'Biot',
  '06560': 'Valbonne',
  '83500': 'La Seyne-sur-Mer',
  '93100': 'Montreuil',
}

/** The rows of the invented places; a few tell nothing of their hours, or were last checked long ago. */
export function spaceRows(random: Random, now: Date) {
  return PLACES.map((place) => {
    const created = new Date(now.getTime() - random.between(40, 400) * DAY)
    const { confirmedOn, hoursKnown } = whatIsKnown(random, place, now)
    return {
      id: random.id(created),
      town: place.town,
      kind: place.kind,
      name: place.name,
      description: place.description,
      lat: place.lat,
      lng: place.lng,
      timeZone: TIME_ZONE,
      street: place.street,
      postcode: place.postcode,
      city: COMMUNES[place.postcode] ?? TOWNS[place.town].name,
      country: 'FR',
      openingHours: hoursKnown ? place.hours : null,
      ...facts(place),
      payment: place.kind === 'home_table' ? [] : ['cards', 'cash'],
      confirmedOn,
      hoursConfirmedOn: hoursKnown ? confirmedOn : null,
      demo: true,
      createdAt: created,
      updatedAt: created,
    }
  })
}

export type DemoSpace = ReturnType<typeof spaceRows>[number]

function whatIsKnown(random: Random, { kind }: Place, now: Date) {
  const ago = random.between(3, 150)
  // Of every fifty or so, nobody said a word for years.
  const confirmedOn = new Date(now.getTime() - (ago > 146 ? 900 + ago : ago) * DAY)
  // Home tables always say when; elsewhere one in fifteen has nothing on its door.
  return { confirmedOn, hoursKnown: !random.chance(1 / 15) || kind === 'home_table' }
}

function facts({ traits }: Place) {
  const wheelchair = traits.get('wheelchair')
  const charge = traits.get('fee') ?? null
  return {
    internet: 'wlan' as const,
    internetFee: traits.get('wifi') === 'customers' ? ('customers' as const) : ('no' as const),
    // In a café one pays for the coffee, not for the seat: neither free nor charged is said.
    fee: traits.has('free') ? false : charge === null ? null : true,
    charge,
    capacity: traits.has('seats') ? Number(traits.get('seats')) : null,
    wheelchair: WHEELCHAIR.find((word) => word === wheelchair) ?? null,
    toiletsWheelchair: wheelchair === 'yes' ? ('yes' as const) : null,
    airConditioning: traits.has('cool') ? true : null,
  }
}
