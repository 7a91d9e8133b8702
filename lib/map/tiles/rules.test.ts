import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type CellCount, drawn, gathered, MARKS, type TileSource } from './rules'
import type { Area, Point, Wished } from './schema'

const cell = (gx: number, gy: number, count: number, lat = 0, lng = 0): CellCount => ({
  gx,
  gy,
  count,
  lat,
  lng,
})
const nothing: TileSource = {
  counts: async () => [],
  points: async () => [],
  areas: async () => [],
  wishes: async () => [],
}
const sum = (counts: { count: number }[]) => counts.reduce((all, { count }) => all + count, 0)

describe('gathered', () => {
  it('brings the layers of a cell together, and their positions', () => {
    const spaces = [cell(1, 2, 3, 10, 20)]
    const events = [cell(1, 2, 1, 14, 24)]
    expect(gathered({ spaces, events, people: [] })).toEqual([
      { gx: 1, gy: 2, cell: '1 2', lat: 24, lng: 44, count: 4, mix: { spaces: 3, events: 1, people: 0 } },
    ])
  })

  it('loses nothing, counts nothing twice, and never makes more marks than there is room for', () => {
    const cells = fc.uniqueArray(
      fc.record({
        gx: fc.integer({ min: 0, max: 7 }),
        gy: fc.integer({ min: 0, max: 7 }),
        count: fc.integer({ min: 1, max: 1000 }),
        lat: fc.integer({ min: -85e7, max: 85e7 }),
        lng: fc.integer({ min: -180e7, max: 180e7 }),
      }),
      { selector: ({ gx, gy }) => `${gx} ${gy}` },
    )
    fc.assert(
      fc.property(cells, cells, cells, (spaces, events, people) => {
        const found = gathered({ spaces, events, people })
        expect(sum(found)).toBe(sum(spaces) + sum(events) + sum(people))
        for (const { count, mix } of found) expect(mix.spaces + mix.events + mix.people).toBe(count)
        expect(new Set(found.map(({ gx, gy }) => `${gx} ${gy}`)).size).toBe(found.length)
        expect(found.length).toBeLessThanOrEqual(MARKS)
      }),
    )
  })
})

describe('drawn', () => {
  const tile = (z: number) => ({ z, x: 0, y: 0 })
  const point = (id: string): Point => ({
    ...{ type: 'space', kind: 'cafe', id, lat: 0, lng: 0, title: id },
    ...{ working: 0, trial: false, stale: false },
  })

  it('asks for the cell of what is alone in a coarse cell, too', async () => {
    const asked: string[][] = []
    const crowd = Array.from({ length: 40 }, (_, i) => cell(i % 8, Math.floor(i / 8), 2))
    const source: TileSource = {
      ...nothing,
      counts: async (layer) => (layer === 'spaces' ? [...crowd, cell(5, 7, 1)] : []),
      points: async (limit, cells) => {
        asked.push(cells ?? [])
        return cells ? [point('alone')].slice(0, limit) : []
      },
    }
    const { points, clusters } = await drawn(source, tile(6), true)
    expect(asked).toEqual([['5 7']])
    expect(points.map(({ id }) => id)).toEqual(['alone'])
    expect(sum(clusters)).toBe(80)
  })

  it('draws one by one what a tile has room for, and more where going closer would tell nothing apart', async () => {
    const all = Array.from({ length: MARKS + 1 }, (_, i) => point(String(i)))
    const source: TileSource = {
      ...nothing,
      counts: async (layer) => (layer === 'spaces' ? [cell(0, 0, all.length)] : []),
      points: async (limit) => all.slice(0, limit),
    }
    expect((await drawn(source, tile(17), true)).clusters).toHaveLength(1)
    expect((await drawn(source, tile(18), true)).points).toHaveLength(all.length)
  })

  it('counts people in clusters where their cells are too many to draw', async () => {
    const areas = (count: number): Area[] =>
      Array.from({ length: count }, (_, i) => ({ lat: i, lng: i, count: 1, area: '' }))
    const source = (count: number): TileSource => ({
      ...nothing,
      counts: async (layer) => (layer === 'people' ? [cell(0, 0, count)] : []),
      areas: async () => areas(count),
    })
    expect(await drawn(source(3), tile(13), true)).toMatchObject({ areas: areas(3), clusters: [] })
    expect(await drawn(source(30), tile(13), true)).toMatchObject({ areas: [], clusters: [{ count: 30 }] })
    expect(await drawn(source(3), tile(11), true)).toMatchObject({ areas: [], clusters: [{ count: 3 }] })
    const wishes: Wished[] = [1, 2].map((at) => ({ lat: at, lng: at, count: 1 }))
    const both = await drawn({ ...source(3), wishes: async () => wishes }, tile(13), true)
    expect(both).toMatchObject({ wishes, areas: [], clusters: [{ count: 3 }] })
  })

  it('gathers wishes by quarters where there are many, and loses none', async () => {
    const wishes: Wished[] = Array.from({ length: 20 }, (_, i) => ({ lat: 80 - i, lng: -170 + i, count: 2 }))
    const { wishes: few } = await drawn({ ...nothing, wishes: async () => wishes }, tile(8), true)
    expect(few.length).toBeLessThanOrEqual(4)
    expect(sum(few)).toBe(40)
    const shown = await drawn({ ...nothing, wishes: async () => wishes.slice(0, 3) }, tile(8), true)
    expect(shown.wishes).toEqual(wishes.slice(0, 3))
    expect((await drawn({ ...nothing, wishes: async () => wishes }, tile(8), false)).wishes).toEqual([])
  })
})
