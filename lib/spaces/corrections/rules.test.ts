import { expect, it } from 'vitest'
import { columnsOfFields, conflicting, linesOf, ownersWord } from './rules'

it('words before and after by field, what belongs together as one', () => {
  const current = {
    lat: 43.5,
    lng: 7,
    openingHours: 'Mo 09:00-12:00',
    hoursText: null,
    fee: null,
    priceDay: 1800,
  }
  const changes = {
    lat: 43.501,
    lng: 7,
    openingHours: null,
    hoursText: 'parfois',
    fee: false,
    priceDay: 1850,
  }
  expect(linesOf(changes, current, current)).toMatchObject([
    { field: 'hours', from: 'Mo 09:00-12:00', to: 'parfois', metres: null },
    { field: 'position', from: '43.50000, 7.00000', to: '43.50100, 7.00000', metres: 111 },
    { field: 'fee', from: '', to: 'no' },
    { field: 'priceDay', from: '18', to: '18.50' },
  ])
})

it('tells what is so already and what changed since its author saw it, whole groups at a time', () => {
  const changes = { lat: 44, lng: 8, phone: '2', closedOn: '2026-11-30' }
  const seen = { lat: 43, lng: 7, phone: '1', closedOn: null }
  // Half of the point is there already: the other half makes it another point.
  const current = { lat: 44, lng: 7, phone: '2', closedOn: '2026-01-01' }
  expect(linesOf(changes, current, seen).map(({ field, state, seen }) => [field, state, seen])).toEqual([
    ['closedOn', 'already', null],
    ['phone', 'already', null],
    ['position', 'changed', '43.00000, 7.00000'],
  ])
})

it('knows the columns of fields by names that may be anything', () => {
  expect(columnsOfFields(['position', 'phone', '__proto__', 'provenance', 'id'])).toEqual([
    'phone',
    'lat',
    'lng',
  ])
})

it('compares what a form showed with what it would show now', () => {
  const seen = { phone: '1', payment: ['cash', 'cards'], email: 'a@example.org' }
  const now = { phone: '2', payment: ['cards', 'cash'], email: 'a@example.org' }
  expect(conflicting(['phone', 'payment', 'email'], seen, now)).toEqual(['phone'])
})

it('knows the owner’s word, whatever stands in the provenance', () => {
  expect(ownersWord(['phone'], { phone: 'owner' })).toBe(true)
  expect(ownersWord(['phone'], { phone: 'people', email: 'owner' })).toBe(false)
  expect(ownersWord(['phone'], null)).toBe(false)
})
