import { expect, it } from 'vitest'
import type { MapTile, Point } from '@/lib/map/tiles/schema'
import { marksOf } from './marks'

const space = (id: string, lat = 43.55): Point => ({
  type: 'space',
  kind: 'cafe',
  id,
  lat,
  lng: 7.01,
  title: 'Café',
  trial: false,
  stale: false,
  working: 0,
})
const tile = (values: Partial<MapTile>): MapTile => ({
  clusters: [],
  points: [],
  areas: [],
  wishes: [],
  ...values,
})

it('draws a thing once though two tiles name it', () => {
  const marks = marksOf(
    [tile({ points: [space('a')] }), tile({ points: [space('a'), space('b', 43.6)] })],
    14,
  )
  expect(marks.map(({ key }) => key)).toEqual(['space:a', 'space:b'])
})

it('stands pins and clusters that would cover each other side by side, about their middle', () => {
  const cluster = { lat: 43.55, lng: 7.0106, count: 3, mix: { spaces: 1, events: 1, people: 1 } }
  const all = [tile({ points: [space('a'), space('b'), space('c', 43.6)], clusters: [cluster] })]
  const shifts = (zoom: number) =>
    marksOf(all, zoom).flatMap((mark) => ('shift' in mark ? [[mark.key[0], Math.round(mark.shift)]] : []))
  // 14 pixels apart, then 56.
  expect(shifts(15)).toEqual([
    ['c', 25],
    ['s', -29],
    ['s', 5],
    ['s', 0],
  ])
  expect(shifts(17)).toEqual([
    ['c', 0],
    ['s', -17],
    ['s', 17],
    ['s', 0],
  ])
})

it('puts wishes beneath areas, areas beneath clusters, and clusters beneath pins', () => {
  const cluster = { lat: 1, lng: 2, count: 3, mix: { spaces: 1, events: 1, people: 1 } }
  const area = { lat: 1, lng: 2, count: 3, area: 'Cannes' }
  const wishes = [{ lat: 1, lng: 2, count: 3 }]
  const marks = marksOf([tile({ points: [space('a')], clusters: [cluster], areas: [area], wishes })], 14)
  expect(marks.map(({ type }) => type)).toEqual(['wish', 'area', 'cluster', 'point'])
})

it('merges clusters that would be drawn one over the other, and counts them together', () => {
  const cluster = (lng: number, count: number) => ({
    lat: 43.55,
    lng,
    count,
    mix: { spaces: count, events: 0, people: 0 },
  })
  const counts = (zoom: number) =>
    marksOf([tile({ clusters: [cluster(7, 6), cluster(7.01, 2)] })], zoom).flatMap((mark) =>
      mark.type === 'cluster' ? [mark.cluster.count] : [],
    )
  expect(counts(10)).toEqual([8])
  expect(counts(14)).toEqual([6, 2])
})
