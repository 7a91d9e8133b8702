import { expect, it } from 'vitest'
import { holidayAddress, withoutHolidays } from './rules'

it.each([
  ['Mo-Fr 09:00-18:00; PH off', 'Mo-Fr 09:00-18:00'],
  ['PH off; Mo-Fr 09:00-18:00', ' Mo-Fr 09:00-18:00'],
  ['Mo-Fr,PH 09:00-18:00', 'Mo-Fr 09:00-18:00'],
  ['Mo-Fr 09:00-18:00; PH,Su off', 'Mo-Fr 09:00-18:00; Su off'],
  ['Mo-Fr 09:00-18:00', 'Mo-Fr 09:00-18:00'],
  ['PH 10:00-12:00', ''],
])('%j without holidays is %j', (hours, expected) => {
  expect(withoutHolidays(hours)).toBe(expected)
})

it('asks for the holidays of England in the United Kingdom', () => {
  expect(holidayAddress('GB')).toEqual({ country_code: 'gb', state: 'England' })
  expect(holidayAddress('FR')).toEqual({ country_code: 'fr', state: '' })
})
