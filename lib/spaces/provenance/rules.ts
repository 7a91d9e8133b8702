import { z } from 'zod'

/** What is known of a space, in the order in which it is said who says it, and the columns that hold it. */
const FIELDS = {
  name: ['name', 'kind', 'description'],
  address: ['street', 'postcode', 'city', 'country', 'lat', 'lng', 'level'],
  hours: ['openingHours', 'hoursText'],
  contact: ['website', 'phone', 'email'],
  internet: ['internet', 'internetFee', 'internetSsid', 'wifiMbps'],
  price: ['fee', 'charge', 'priceHour', 'priceDay', 'priceMonth', 'currency', 'payment'],
  sockets: ['sockets'],
  noise: ['noise'],
  calls: ['callsAllowed', 'phoneBooths', 'meetingRooms'],
  comfort: ['capacity', 'coffee', 'outdoor', 'airConditioning', 'bikeParking'],
  access: ['wheelchair', 'toiletsWheelchair'],
  people: ['operator', 'languages', 'siret'],
} as const

export type Topic = keyof typeof FIELDS

const TOPICS = Object.entries(FIELDS) as [Topic, readonly string[]][]

/** Those who are there come before those who collect. */
const FIRST = ['owner', 'people']

/** Somebody who says something of a space: "owner", "people" or the name of a source. */
export type Told = { by: string; topics: Topic[] }

const provenanceSchema = z.record(z.string().max(60), z.string().max(60)).catch({})

/** Who says what, by `spaces.provenance`; of what nobody is named there, nothing. */
export function toldBy(provenance: unknown): Told[] {
  const byField = provenanceSchema.parse(provenance)
  const names = [...new Set(Object.values(byField))].sort()
  const rank = (by: string) => (FIRST.includes(by) ? FIRST.indexOf(by) : FIRST.length)
  return names
    .toSorted((a, b) => rank(a) - rank(b))
    .map((by) => ({
      by,
      topics: TOPICS.filter(([, fields]) => fields.some((field) => byField[field] === by)).map(
        ([topic]) => topic,
      ),
    }))
    .filter(({ topics }) => topics.length > 0)
}
