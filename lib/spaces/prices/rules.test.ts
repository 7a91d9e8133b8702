import { expect, test } from 'vitest'
import { cardPrice, knownPrices, money } from './rules'

const unknown = { fee: null, priceHour: null, priceDay: null, priceMonth: null, currency: 'EUR' }

test('what is known, the shortest stay first; a price of nothing is known, too', () => {
  expect(knownPrices(unknown)).toEqual([])
  expect(knownPrices({ ...unknown, priceMonth: 20_000, priceHour: 0 })).toEqual([
    { unit: 'hour', cents: 0 },
    { unit: 'month', cents: 20_000 },
  ])
})

test('a card says the day', () => {
  expect(cardPrice(unknown)).toBeNull()
  expect(cardPrice({ ...unknown, priceHour: 400, priceDay: 1800 })).toEqual({ unit: 'day', cents: 1800 })
  expect(cardPrice({ ...unknown, priceHour: 400, priceMonth: 9000 })).toEqual({ unit: 'hour', cents: 400 })
})

test.each([
  [1800, 'EUR', 'fr', '18\u00a0€'],
  [1850, 'EUR', 'fr', '18,50\u00a0€'],
  [1850, 'GBP', 'en', '£18.50'],
])('%i %s in %s is %s', (cents, currency, locale, expected) => {
  expect(money(cents, currency, locale)).toBe(expected)
})
