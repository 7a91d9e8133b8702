import { describe, expect, it, test } from 'vitest'
import { ownerFormSchema, spaceFormSchema } from './schema'

const read = (values: Record<string, unknown>) => {
  const parsed = spaceFormSchema.safeParse(values)
  return parsed.success ? parsed.data : parsed.error.issues.map(({ path, message }) => `${path}: ${message}`)
}

describe('spaceFormSchema', () => {
  it('knows "not said" from "unknown", and "unknown" from "no"', () => {
    expect(read({})).toEqual({})
    expect(read({ coffee: '', callsAllowed: 'no', fee: 'yes', phone: '  ', payment: [] })).toEqual({
      ...{ coffee: null, callsAllowed: false, fee: true, phone: null },
    })
    expect(read({ payment: ['', 'cash', 'cards', 'cash'], languages: [''] })).toEqual({
      ...{ payment: ['cards', 'cash'], languages: [] },
    })
  })

  test.each([
    ['18', 1800],
    ['3,5', 350],
    ['3.50 €', 350],
    ['', null],
    ['0', 0],
  ])('the price %j is %j cents', (priceDay, cents) => {
    expect(read({ priceDay })).toEqual({ priceDay: cents })
  })

  test.each(['dix', '3,505', '-4', '1000000', '12 €/j'])('the price %j is none', (priceDay) => {
    expect(read({ priceDay })).toEqual(['priceDay: space_price_invalid'])
  })

  test.each([
    ['43.5513, 7.0128', { lat: 43.5513, lng: 7.0128 }],
    ['43.5513,7.0128', { lat: 43.5513, lng: 7.0128 }],
    ['43,5513; -7,0128', { lat: 43.5513, lng: -7.0128 }],
    ['43,5513 7,0128', { lat: 43.5513, lng: 7.0128 }],
    ['43, 7', { lat: 43, lng: 7 }],
    ['', null],
  ])('the position %j is %j', (position, at) => {
    expect(read({ position })).toEqual({ position: at })
  })

  test.each(['ici', '43.5', '91, 2', '45, 181', '43.55130'])('the position %j is none', (position) => {
    expect(read({ position })).toEqual(['position: position_invalid'])
  })

  it('takes countries by their names and websites without their beginning', () => {
    expect(read({ country: 'suisse', website: 'bulle.example' })).toEqual({
      ...{ country: 'CH', website: 'https://bulle.example' },
    })
    expect(read({ country: 'Atlantide', website: 'pas de site' })).toEqual([
      'country: country_unknown',
      'website: space_website_invalid',
    ])
  })

  test.each([
    ['name', '', 'space_name_required'],
    ['name', 'x'.repeat(201), 'space_name_long'],
    ['kind', 'castle', 'space_kind_required'],
    ['capacity', '0', 'space_capacity_invalid'],
    ['capacity', 'douze', 'space_capacity_invalid'],
    ['email', 'nobody', 'email_invalid'],
    ['internet', 'modem', 'invalid'],
    ['hours', 'x'.repeat(1001), 'hours_long'],
  ])('%s %j is refused as %s', (field, value, message) => {
    expect(read({ [field]: value })).toEqual([`${field}: ${message}`])
  })

  it('hears of sockets and noise from owners alone', () => {
    expect(read({ sockets: 'plenty' })).toEqual({})
    expect(ownerFormSchema.parse({ sockets: 'plenty', noise: '' })).toEqual({
      sockets: 'plenty',
      noise: null,
    })
  })
})
