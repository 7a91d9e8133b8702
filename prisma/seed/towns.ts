/** The towns of the demo. `spread` is how far from the centre people live, in degrees of latitude. */
export const TOWNS = {
  cannes: { name: 'Cannes', postcode: '06400', region: 'riviera', lat: 43.5565, lng: 7.0175, spread: 0.014 },
  grasse: { name: 'Grasse', postcode: '06130', region: 'riviera', lat: 43.6575, lng: 6.9255, spread: 0.02 },
  antibes: { name: 'Antibes', postcode: '06600', region: 'riviera', lat: 43.583, lng: 7.112, spread: 0.012 },
  nice: { name: 'Nice', postcode: '06000', region: 'riviera', lat: 43.7085, lng: 7.2655, spread: 0.014 },
  sophia: {
    name: 'Sophia Antipolis',
    postcode: '06560',
    region: 'riviera',
    lat: 43.623,
    lng: 7.047,
    spread: 0.02,
  },
  toulon: { name: 'Toulon', postcode: '83000', region: 'var', lat: 43.1275, lng: 5.9335, spread: 0.012 },
  paris: { name: 'Paris', postcode: '75011', region: 'paris', lat: 48.8605, lng: 2.36, spread: 0.03 },
} as const

export type TownKey = keyof typeof TOWNS

export const TOWN_KEYS = Object.keys(TOWNS) as TownKey[]

/** All of the demo lies in one zone. */
export const TIME_ZONE = 'Europe/Paris'
