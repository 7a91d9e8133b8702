import fc from 'fast-check'
import { expect, it } from 'vitest'
import { knownFacts, type StoredFacts, shortText, storedFactsSchema, text, UNKNOWN } from './schema'

it('reads short texts by hand as the schema reads them', () => {
  const value = fc.oneof(fc.string({ maxLength: 12 }), fc.constantFrom(undefined, null, 3, '\u00a0', ' a '))
  fc.assert(
    fc.property(value, fc.integer({ min: 1, max: 10 }), (typed, max) => {
      expect(shortText(typed, max)).toBe(text(max).parse(typed))
    }),
  )
})

it('stores what is known, and reads the rest of it as unknown', () => {
  const word = fc.oneof(fc.constant(null), fc.constant(''), fc.string({ maxLength: 5 }))
  const values = fc.record({
    street: fc.string({ maxLength: 5 }),
    phone: word.map((said) => said || null),
    fee: fc.option(fc.boolean()),
    capacity: fc.option(fc.integer()),
    payment: fc.array(fc.string({ minLength: 1, maxLength: 3 }), { maxLength: 2 }),
    approximate: fc.boolean(),
    confirmedOn: fc.constantFrom(null, '2026-11-30'),
  })
  fc.assert(
    fc.property(values, (some) => {
      const facts: StoredFacts = {
        ...{ ...UNKNOWN, confirmedOn: null, hoursConfirmedOn: null, kind: 'coworking', name: 'Desk' },
        ...{ lat: 43.5, lng: 7, timeZone: 'Europe/Paris', ...some },
      }
      const stored = JSON.parse(JSON.stringify(knownFacts(facts)))
      expect(Object.values(stored)).not.toContain(null)
      expect(storedFactsSchema.parse(stored)).toEqual(facts)
    }),
  )
})
