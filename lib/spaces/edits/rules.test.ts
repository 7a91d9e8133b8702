import { describe, expect, it } from 'vitest'
import {
  alreadySo,
  changedFields,
  changedSince,
  FORM_FIELDS,
  formValues,
  type KnownSpace,
  pathWith,
  typedInQuery,
  undoable,
} from './rules'
import { ownerFormSchema } from './schema'

const bulle: KnownSpace = {
  ...{ name: 'La Bulle', kind: 'coworking', description: 'Calme.\nLumineux.', street: '8 rue du Port' },
  ...{ postcode: '06400', city: 'Cannes', country: 'FR', lat: 43.5513, lng: 7.0128123, level: null },
  ...{ website: 'http://bulle.example', phone: null, email: null, openingHours: 'Mo-Fr 09:00-18:00' },
  ...{ hoursText: null, internet: 'wlan', internetFee: null, internetSsid: null, fee: true, charge: null },
  ...{ priceHour: 350, priceDay: 1800, priceMonth: null, currency: 'EUR', payment: ['cash', 'visa'] },
  ...{ callsAllowed: null, phoneBooths: false, meetingRooms: true, coffee: null, outdoor: null },
  ...{ airConditioning: null, bikeParking: null, capacity: 12, operator: null, wheelchair: 'designated' },
  ...{ toiletsWheelchair: null, languages: ['en', 'fr'], sockets: null, noise: null },
}
const seen = formValues(bulle)
const changed = (typed: Record<string, unknown>) =>
  changedFields(seen, ownerFormSchema.parse({ ...seen, payment: ['', 'cash', 'visa'], ...typed }))

describe('what somebody changed', () => {
  it('is nothing when the form comes back as it went out, whatever the browser did to it', () => {
    expect(changed({})).toEqual({})
    expect(changed({ description: ' Calme.\r\nLumineux. ', country: 'France', priceHour: '3,5' })).toEqual({})
  })

  it('is what differs, "no" and "unknown" apart', () => {
    expect(
      changed({ phoneBooths: '', coffee: 'no', priceDay: '20', wheelchair: 'limited', capacity: '' }),
    ).toEqual({ phoneBooths: null, coffee: false, priceDay: 2000, wheelchair: 'limited', capacity: null })
    expect(changed({ payment: ['', 'visa', 'cards'], hours: '' })).toEqual({
      ...{ payment: ['cards', 'visa'], hours: null },
    })
    expect(changed({ position: '43.5513, 7.02' })).toEqual({ position: { lat: 43.5513, lng: 7.02 } })
  })

  it('is nothing of what a shorter form does not ask', () => {
    expect(changedFields(seen, ownerFormSchema.parse({ name: 'La Bulle bleue' }))).toEqual({
      name: 'La Bulle bleue',
    })
  })
})

it('what was typed goes through signing in by its address, as long as that is short', () => {
  const typed = { phone: '04 11', coffee: '', payment: ['cash', 'cards'] }
  const path = pathWith('/fr/spaces/new', typed) ?? ''
  expect(path).toBe('/fr/spaces/new?phone=04+11&coffee=&payment=cash&payment=cards')
  const query = { phone: '04 11', coffee: '', payment: ['cash', 'cards'], other: 'x' }
  expect(typedInQuery(query, FORM_FIELDS)).toEqual(typed)
  expect(pathWith('/fr/spaces/new', {})).toBe('/fr/spaces/new')
  expect(pathWith('/fr/spaces/new', { note: 'x'.repeat(490) })).toBeNull()
})

describe('meanwhile', () => {
  const changes = { phone: '2', lat: 44, lng: 8, payment: ['cash'] }
  it('what the space says already is done', () => {
    expect(alreadySo({ phone: '2', lat: 44, lng: 7, payment: ['cash'] }, changes)).toEqual([
      'phone',
      'payment',
    ])
  })

  it('what changed since it was seen is named, halves of a point together', () => {
    const before = { phone: '1', lat: 43, lng: 8, payment: ['cash', 'visa'] }
    expect(changedSince({ ...before, payment: ['visa', 'cash'] }, before, changes)).toEqual([])
    expect(changedSince({ ...before, phone: null, lng: 9 }, before, changes)).toEqual(['phone', 'lat', 'lng'])
  })

  it('only what still stands is undone', () => {
    const before = { values: { phone: '1', lat: 43, lng: 8, payment: [] }, provenance: {} }
    expect(undoable({ phone: '2', lat: 44, lng: 9, payment: ['cash'] }, changes, before)).toEqual([
      ...['phone', 'payment'],
    ])
    // The phone was left out when the rest was applied.
    const { phone: _, ...values } = before.values
    expect(undoable(changes, changes, { values, provenance: {} })).toEqual(['lat', 'lng', 'payment'])
  })
})
