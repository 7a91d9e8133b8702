import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type CellCount, clustersOf } from './rules'

const cell = (gx: number, gy: number, count: number, lat = 0, lng = 0): CellCount => ({
  gx,
  gy,
  count,
  lat,
  lng,
})

describe('clustersOf', () => {
  it('stands where its things are on average', () => {
    const spaces = [cell(1, 2, 3, 10, 20)]
    const events = [cell(1, 2, 1, 14, 24)]
    expect(clustersOf({ spaces, events, people: [] })).toEqual([
      { cell: '1 2', lat: 11, lng: 21, count: 4, mix: { spaces: 3, events: 1, people: 0 } },
    ])
  })

  it('loses nothing and counts nothing twice', () => {
    const cells = fc.uniqueArray(
      fc.record({
        gx: fc.integer({ min: 0, max: 7 }),
        gy: fc.integer({ min: 0, max: 7 }),
        count: fc.integer({ min: 1, max: 1000 }),
        lat: fc.double({ min: -85, max: 85, noNaN: true }),
        lng: fc.double({ min: -180, max: 180, noNaN: true }),
      }),
      { selector: ({ gx, gy }) => `${gx} ${gy}` },
    )
    const sum = (counts: { count: number }[]) => counts.reduce((all, { count }) => all + count, 0)
    fc.assert(
      fc.property(cells, cells, cells, (spaces, events, people) => {
        const clusters = clustersOf({ spaces, events, people })
        expect(sum(clusters)).toBe(sum(spaces) + sum(events) + sum(people))
        for (const { count, mix } of clusters) expect(mix.spaces + mix.events + mix.people).toBe(count)
        expect(new Set(clusters.map((cluster) => cluster.cell)).size).toBe(clusters.length)
      }),
    )
  })
})
