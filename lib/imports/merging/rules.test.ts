import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type StoredFacts, UNKNOWN } from '@/lib/imports/spaces/schema'
import { alone, merge, type Said } from './rules'

const said = (source: string, facts: Partial<StoredFacts>): Said => ({
  source,
  externalId: '1',
  facts: {
    ...{ ...UNKNOWN, confirmedOn: null, hoursConfirmedOn: null, kind: 'coworking', name: 'La Ruche' },
    ...{ lat: 45, lng: 1, timeZone: 'Europe/Paris', approximate: false, ...facts },
  },
})

describe('merge', () => {
  it('takes each fact from the first that knows it, and says from whom', () => {
    const { columns, provenance } = merge(
      [said('gironde', { phone: '2', email: 'a@example.org' }), said('osm', { phone: '1' })],
      {},
    )
    expect(columns).toMatchObject({ phone: '1', email: 'a@example.org', website: null })
    expect(provenance).toMatchObject({ phone: 'osm', email: 'gironde', lat: 'osm', lng: 'osm' })
    expect(provenance).not.toHaveProperty('website')
  })

  it('does not mind the order in which the sources came', () => {
    const all = [said('osm', { phone: '1' }), said('aix', { phone: '2' }), said('gironde', { email: 'b' })]
    expect(merge([...all].reverse(), {})).toEqual(merge(all, {}))
  })

  it('believes who was there last', () => {
    const old = said('osm', { phone: '1', confirmedOn: '2020-01-01' })
    const recent = said('aix', { phone: '2', confirmedOn: '2026-01-01' })
    const { columns } = merge([old, recent], {})
    expect(columns).toMatchObject({ phone: '2', confirmedOn: '2026-01-01' })
  })

  it('keeps together what means something together only', () => {
    const { columns, provenance } = merge(
      [
        said('osm', { city: 'Cenon' }),
        said('aix', { street: '3 rue du Port', postcode: '33000', city: 'Bordeaux' }),
      ],
      {},
    )
    expect(columns).toMatchObject({ street: '3 rue du Port', postcode: '33000', city: 'Bordeaux' })
    expect(provenance).toMatchObject({ street: 'aix', city: 'aix' })
    expect(merge([said('osm', { city: 'Cenon' }), said('aix', {})], {}).columns).toMatchObject({
      city: 'Cenon',
    })
  })

  it('prefers coordinates that can be trusted, hours in syntax, and what says more than "third place"', () => {
    const osm = said('osm', { kind: 'third_place', lat: 40, approximate: true, hoursText: 'souvent' })
    const { columns, provenance } = merge(
      [osm, said('aix', { kind: 'library', openingHours: 'Mo 09:00-12:00' })],
      {},
    )
    expect(columns).toMatchObject({
      kind: 'library',
      lat: 45,
      approximate: false,
      openingHours: 'Mo 09:00-12:00',
    })
    expect(columns.hoursText).toBeNull()
    expect(provenance).toMatchObject({ kind: 'aix', lat: 'aix' })
    expect(provenance).not.toHaveProperty('hoursText')
  })

  it('leaves alone what the owner and people there said', () => {
    const { columns, provenance } = merge([said('osm', { phone: '1', charge: '9 €' })], {
      ...{ phone: 'owner', lat: 'people', name: 'gironde' },
    })
    expect(columns).not.toHaveProperty('phone')
    for (const part of ['lat', 'lng', 'timeZone', 'approximate']) expect(columns).not.toHaveProperty(part)
    expect(provenance).toMatchObject({ phone: 'owner', lat: 'people', name: 'osm', charge: 'osm' })
  })
})

it('of one source alone makes what merging makes of it', () => {
  const word = fc.constantFrom(null, 'a', 'Mo 09:00-12:00')
  const facts = fc.record({
    ...{ street: fc.constantFrom('', '3 rue du Port'), city: fc.constantFrom('', 'Cenon'), phone: word },
    ...{ openingHours: word, hoursText: word, internet: fc.constantFrom(null, 'wlan' as const) },
    ...{ internetSsid: word, charge: word, fee: fc.option(fc.boolean()), capacity: fc.option(fc.nat()) },
    ...{ payment: fc.constantFrom<string[]>([], ['cash']), approximate: fc.boolean() },
    ...{
      confirmedOn: fc.constantFrom(null, '2026-01-01'),
      hoursConfirmedOn: fc.constantFrom(null, '2025-01-01'),
    },
  })
  fc.assert(
    fc.property(facts, (some) => {
      const one = said('osm', some)
      expect(alone(one)).toEqual(merge([one], {}))
    }),
  )
})
