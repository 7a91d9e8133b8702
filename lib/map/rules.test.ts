import { expect, test } from 'vitest'
import { activeFilters, hasMoved, isDay, NO_FILTERS, widened } from './rules'
import type { Filters } from './terms'

const filters = (some: Partial<Filters>): Filters => ({ ...NO_FILTERS, ...some })

test('each choice counts once', () => {
  expect(activeFilters(NO_FILTERS)).toBe(0)
  expect(activeFilters(filters({ show: ['spaces'] }))).toBe(1)
  expect(activeFilters(filters({ show: ['events'], kinds: ['lunch', 'afterwork'] }))).toBe(2)
  expect(activeFilters(filters({ when: 'today', open: true, accessible: true }))).toBe(3)
  expect(activeFilters(filters({ openAt: '2026-12-01T08:30', maxPrice: 20, quiet: true }))).toBe(3)
})

test('widening goes out two zooms, and ends with the world', () => {
  expect(widened({ lat: 1, lng: 2, zoom: 13 })).toEqual({ lat: 1, lng: 2, zoom: 11 })
  expect(widened({ lat: 1, lng: 2, zoom: 4 })?.zoom).toBe(3)
  expect(widened({ lat: 1, lng: 2, zoom: 3 })).toBeNull()
})

test('a day is told from a name', () => {
  expect(isDay('2026-12-01')).toBe(true)
  expect(isDay('weekend')).toBe(false)
})

test('a nudge is no move; one press of an arrow key (80 pixels), or a zoom, is', () => {
  const view = { lat: 43.55, lng: 7, zoom: 13 }
  const pixel = 360 / 256 / 2 ** 13
  expect(hasMoved(view, view)).toBe(false)
  expect(hasMoved(view, { ...view, lng: 7 + 50 * pixel })).toBe(false)
  expect(hasMoved(view, { ...view, lng: 7 + 70 * pixel })).toBe(true)
  expect(hasMoved(view, { ...view, lat: 43.55 + 70 * pixel })).toBe(true)
  expect(hasMoved(view, { ...view, zoom: 14 })).toBe(true)
})
