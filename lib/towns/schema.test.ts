import { expect, it } from 'vitest'
import { townSearchSchema } from './schema'

it('reads a query, with or without where one looks from', () => {
  expect(townSearchSchema.parse({ q: ' cannes ' })).toEqual({ q: 'cannes', limit: 8, near: null })
  expect(townSearchSchema.parse({ q: '06', limit: '3', lat: '43.5', lng: '7' })).toEqual({
    q: '06',
    limit: 3,
    near: { lat: 43.5, lng: 7 },
  })
})

it.each([
  {},
  { q: '  ' },
  { q: 'x'.repeat(101) },
  { q: 'a', limit: '0' },
  { q: 'a', limit: '21' },
  { q: 'a', limit: 'ten' },
  { q: 'a', lat: '91', lng: '0' },
  { q: 'a', lat: 'north', lng: '0' },
])('refuses %j', (params) => {
  expect(townSearchSchema.safeParse(params).success).toBe(false)
})
