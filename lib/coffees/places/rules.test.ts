import fc from 'fast-check'
import { expect, test } from 'vitest'
import { distance } from '@/lib/geo/distance'
import { choosePlace, type Venue } from './rules'

const west = { lat: 43.55, lng: 7, reachKm: 10 }
const east = { lat: 43.55, lng: 7.1, reachKm: 10 }
const venue = (id: string, lng: number, values: Partial<Venue> = {}): Venue => ({
  ...{ id, kind: 'cafe', lat: 43.55, lng, open: [true, true, true] },
  ...values,
})
const chosen = (...venues: Venue[]) => choosePlace([west, east], venues)?.id ?? null

test('the middle way is the fairest', () => {
  expect(chosen(venue('at the west', 7), venue('between', 7.05), venue('at the east', 7.1))).toBe('between')
})

test('a café rather than a library near by, but not at any price; never a home', () => {
  expect(chosen(venue('library', 7.05, { kind: 'library' }), venue('café', 7.06))).toBe('café')
  expect(chosen(venue('library', 7.05, { kind: 'library' }), venue('café', 7.1))).toBe('library')
  expect(chosen(venue('home', 7.05, { kind: 'home_table' }))).toBeNull()
})

test('open at more of the times first; closed never; unknown hours when nothing better is near', () => {
  expect(chosen(venue('once', 7.05, { open: [true, false, false] }), venue('always', 7.08))).toBe('always')
  expect(chosen(venue('closed', 7.05, { open: [false, false, false] }))).toBeNull()
  expect(chosen(venue('unknown', 7.05, { open: [null, null, null] }), venue('open', 7.06))).toBe('open')
  expect(chosen(venue('unknown', 7.05, { open: [null, null, null] }))).toBe('unknown')
  expect(choosePlace([west], [venue('twice', 7, { open: [false, true, true] })])?.times).toEqual([1, 2])
})

test('nobody goes further than they would', () => {
  const near = { ...west, reachKm: 1 }
  expect(choosePlace([near, east], [venue('too far', 7.05)])).toBeNull()
  const place = fc.record({
    lat: fc.double({ min: 43, max: 44, noNaN: true }),
    lng: fc.double({ min: 6.5, max: 7.5, noNaN: true }),
  })
  const comer = fc
    .record({ at: place, reachKm: fc.integer({ min: 1, max: 50 }) })
    .map(({ at, reachKm }) => ({ ...at, reachKm }))
  fc.assert(
    fc.property(
      fc.array(comer, { minLength: 2, maxLength: 3 }),
      fc.array(place, { maxLength: 20 }),
      (comers, places) => {
        const venues = places.map((at, i) => venue(String(i), 0, at))
        const best = choosePlace(comers, venues)
        const ok = (at: { lat: number; lng: number }) =>
          comers.every((one) => distance(one, at) <= one.reachKm * 1000 + 1000)
        expect(best !== null).toBe(venues.some(ok))
        const there = venues.find(({ id }) => id === best?.id)
        if (there) expect(ok(there)).toBe(true)
      },
    ),
  )
})
