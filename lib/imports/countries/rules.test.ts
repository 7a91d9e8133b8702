import { expect, it } from 'vitest'
import { countryNamed } from './rules'

it.each([
  ['USA', 'US'],
  ['United States', 'US'],
  ['US', 'US'],
  ['UK', 'GB'],
  ['GB', 'GB'],
  ['United Kingdom', 'GB'],
  ['The Netherlands', 'NL'],
  ['Pays-Bas', 'NL'],
  ['Morocco', 'MA'],
  ['pl', 'PL'],
  ['Riviera', ''],
  ['', ''],
])('%s is %j', (name, code) => {
  expect(countryNamed(name)).toBe(code)
})
