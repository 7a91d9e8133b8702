import { expect, it } from 'vitest'
import { collection, linkHeader, middleOf, nextPage, pointOf } from './rules'

it('finds the middle of a box, across the antimeridian too', () => {
  expect(middleOf({ west: 6, south: 40, east: 8, north: 44 })).toEqual({ lat: 42, lng: 7 })
  expect(middleOf({ west: 170, south: -20, east: -160, north: 0 })).toEqual({ lat: -10, lng: -175 })
})

it('leads on to the next page on our own origin, whoever was asked', () => {
  const next = nextPage(
    'https://cafe.example.org',
    'http://evil.example.com/api/v1/events?kind=lunch&cursor=old',
    'a~b',
  )
  expect(next).toBe('https://cafe.example.org/api/v1/events?kind=lunch&cursor=a%7Eb')
  expect(linkHeader(next)).toEqual({ Link: `<${next}>; rel="next"` })
  expect(collection([], next).links).toHaveLength(1)
  expect(nextPage('https://cafe.example.org', 'http://localhost/api/v1/events', null)).toBeNull()
  expect(collection([], null).links).toEqual([])
  expect(linkHeader(null)).toEqual({})
})

it('puts the longitude first', () => {
  expect(pointOf({ lat: 43.55130000001, lng: 7 })).toEqual({ type: 'Point', coordinates: [7, 43.5513] })
})
