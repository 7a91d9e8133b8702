import { expect, it } from 'vitest'
import { distance, walkingMinutes } from './distance'

const cannes = { lat: 43.5513, lng: 7.0128 }
const nice = { lat: 43.7034, lng: 7.2663 }

it('Cannes to Nice is 26.5 km, either way', () => {
  expect(distance(cannes, nice)).toBeGreaterThan(26_000)
  expect(distance(cannes, nice)).toBeLessThan(27_000)
  expect(distance(nice, cannes)).toBeCloseTo(distance(cannes, nice), 6)
})

it('takes the short way over the antimeridian, and half the globe to the other side', () => {
  expect(distance({ lat: 0, lng: 179.5 }, { lat: 0, lng: -179.5 })).toBeCloseTo(111_195, -2)
  expect(distance({ lat: 0, lng: 0 }, { lat: 0, lng: 180 })).toBeCloseTo(20_015_115, -2)
  expect(distance(cannes, cannes)).toBe(0)
})

it('a kilometre as the crow flies is eighteen minutes on foot', () => {
  expect(walkingMinutes(1000)).toBe(18)
  expect(walkingMinutes(0)).toBe(0)
})
