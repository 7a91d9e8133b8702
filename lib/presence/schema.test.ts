import { expect, it } from 'vitest'
import { clientDaySchema } from '@/lib/presence/clientdays/schema'
import { workHereSchema } from './schema'

const place = '019b9b9d-ca06-750d-91b7-e31c6638112a'
const half = { spaceId: place, day: '2026-11-25', half: 'morning' }

it('takes a place and a half-day', () => {
  expect(workHereSchema.parse(half)).toEqual(half)
})

it.each([
  ['no place', { ...half, spaceId: 'la-bulle' }],
  ['no day of the calendar', { ...half, day: '2026-02-30' }],
  ['a day that PostgreSQL would not take', { ...half, day: '0000-01-01' }],
  ['a night', { ...half, half: 'night' }],
  ['an object where a word is expected', { ...half, half: { not: 'morning' } }],
])('refuses %s', (_, input) => {
  expect(workHereSchema.safeParse(input).success).toBe(false)
})

const day = { weekday: '4', half: 'morning', area: ' Sophia Antipolis ' }

it('takes a weekday and a town, with its position if it is known', () => {
  expect(clientDaySchema.parse(day)).toEqual({
    ...{ weekday: 4, half: 'morning', area: 'Sophia Antipolis', near: null },
  })
  expect(clientDaySchema.parse({ ...day, near: '43.6,7.05' }).near).toEqual({ lat: 43.6, lng: 7.05 })
  expect(clientDaySchema.parse({ ...day, near: 'here' }).near).toBeNull()
})

it.each([
  ['no town', { ...day, area: '  ' }],
  ['a long town', { ...day, area: 'x'.repeat(101) }],
  ['an eighth day', { ...day, weekday: '8' }],
])('refuses %s', (_, input) => {
  expect(clientDaySchema.safeParse(input).success).toBe(false)
})
