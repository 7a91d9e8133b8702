import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { BBox } from '@/lib/geo/types'
import { boxOf, halvesOf, queryOf, tilesOf, verdictOn, waitAfter, waitAsked, written } from './rules'

const CANNES = { south: 43.46, west: 6.89, north: 43.64, east: 7.14 }
const now = new Date('2026-11-24T12:00:00Z')

it('asks in Overpass QL for coworking, and for what else is online', () => {
  expect(queryOf(CANNES, [], 90)).toBe(
    '[out:json][timeout:90][bbox:43.46,6.89,43.64,7.14];(nwr[amenity=coworking_space];nwr[office=coworking];);' +
      'out center tags;',
  )
  const both = queryOf(CANNES, ['libraries', 'cafes'], 90)
  expect(both).toContain('nwr[amenity=cafe][internet_access][internet_access!=no];')
  expect(both).toContain('nwr[amenity=library][internet_access][internet_access!=no];')
  expect(both).toBe(queryOf(CANNES, ['cafes', 'libraries'], 90))
})

it('reads a box as Overpass orders it', () => {
  expect(boxOf('43.46, 6.89, 43.64, 7.14')).toEqual(CANNES)
  expect(boxOf('-34.1,18.3,-33.8,18.6')).toEqual({ south: -34.1, west: 18.3, north: -33.8, east: 18.6 })
  expect(boxOf('-18,177,-16,-179')).toEqual({ south: -18, west: 177, north: -16, east: -179 })
  for (const typed of [
    '',
    '1,2,3',
    '1,2,3,4,5',
    '43.64,6.89,43.46,7.14',
    'a,b,c,d',
    '1,,3,4',
    '-91,0,0,1',
    '0,0,1,181',
    '0,1,1,1',
  ])
    expect(boxOf(typed)).toBeNull()
})

/** A box that does not span the antimeridian, with sides of 0.1 to 20 degrees. */
const someBox = fc
  .record({
    south: fc.integer({ min: -900, max: 700 }),
    west: fc.integer({ min: -1_800, max: 1_600 }),
    tall: fc.integer({ min: 1, max: 200 }),
    wide: fc.integer({ min: 1, max: 200 }),
  })
  .map(({ south, west, tall, wide }) => ({
    south: south / 10,
    west: west / 10,
    north: (south + tall) / 10,
    east: (west + wide) / 10,
  }))

const area = ({ west, south, east, north }: BBox) => (east - west) * (north - south)

describe('tiles', () => {
  it('cover the box without gaps, overlaps or great ones', () => {
    fc.assert(
      fc.property(someBox, (box) => {
        const tiles = tilesOf(box)
        for (const tile of tiles) {
          expect(Math.max(tile.east - tile.west, tile.north - tile.south)).toBeLessThanOrEqual(1.0001)
          expect(tile.south >= box.south && tile.north <= box.north).toBe(true)
        }
        const total = tiles.reduce((sum, tile) => sum + area(tile), 0)
        expect(Math.abs(total / area(box) - 1)).toBeLessThan(1e-3)
        expect(new Set(tiles.map((tile) => written(tile))).size).toBe(tiles.length)
      }),
    )
  })

  it('do not span the antimeridian', () => {
    const tiles = tilesOf({ south: -18, west: 179.5, north: -17, east: -179.5 })
    expect(tiles.map((tile) => written(tile))).toEqual(['-18,179.5,-17,180', '-18,-180,-17,-179.5'])
  })

  it('are halved along the longer side, down to some 2 km', () => {
    expect(halvesOf(CANNES)?.map((half) => written(half))).toEqual([
      '43.46,6.89,43.64,7.015',
      '43.46,7.015,43.64,7.14',
    ])
    const tall = { ...CANNES, north: 44 }
    expect(halvesOf(tall)?.map((half) => written(half))).toEqual([
      '43.46,6.89,43.73,7.14',
      '43.73,6.89,44,7.14',
    ])
    let steps = 0
    for (let box: BBox | undefined = CANNES; box; box = halvesOf(box)?.[1]) steps += 1
    expect(steps).toBeLessThan(10)
  })
})

describe('an answer', () => {
  const verdict = (status: number, text: string, retryAfter: string | null = null) =>
    verdictOn({ status, text, retryAfter }, now)

  it('with elements is one, also without any, and with a harmless remark', () => {
    expect(verdict(200, '{"version":0.6,"elements":[{"type":"node","id":1}]}')).toEqual({
      is: 'places',
      count: 1,
    })
    expect(verdict(200, '{"elements":[]}')).toEqual({ is: 'places', count: 0 })
    expect(verdict(200, '{"elements":[],"remark":"Areas are of yesterday."}')).toMatchObject({ is: 'places' })
  })

  it('that ended in a runtime error is too much, unless the server was just busy', () => {
    const remark = (text: string) => verdict(200, JSON.stringify({ elements: [{}], remark: text }))
    expect(remark('runtime error: Query timed out in "query" at line 1 after 91 seconds.')).toEqual({
      is: 'too_much',
      why: 'says "runtime error: Query timed out in "query" at line 1 after 91 seconds."',
    })
    expect(remark('runtime error: Query run out of memory using about 2048 MB of RAM.')).toMatchObject({
      is: 'too_much',
    })
    const busy = 'runtime error: open64: 0 Success /osm3s Dispatcher_Client::request_read_and_idx::timeout.'
    expect(remark(busy)).toMatchObject({ is: 'busy' })
  })

  it('of a server in trouble passes; of one that does not understand, it does not', () => {
    expect(verdict(429, '', '30')).toEqual({ is: 'busy', why: 'answered 429', wait: 30_000 })
    const page =
      '<html><head><title>OSM3S Response</title></head><body><p><strong>Error</strong>: runtime error:\n' +
      'The server is probably too &quot;busy&quot;.</p></body></html>'
    expect(verdict(504, page)).toEqual({
      is: 'busy',
      why: `answered 504 ("Error : runtime error: The server is probably too 'busy'.")`,
      wait: null,
    })
    expect(verdict(400, '<p>parse error: Unknown type "nwx"</p>')).toMatchObject({
      is: 'refused',
      why: 'answered 400 ("parse error: Unknown type "nwx"")',
    })
    expect(verdict(403, '')).toMatchObject({ is: 'refused' })
    expect(verdict(200, '{"hello":"world"}')).toMatchObject({ is: 'refused' })
    for (const text of ['[]', 'null', '1']) expect(verdict(200, text)).toMatchObject({ is: 'refused' })
  })

  it('that is a page or breaks off may be better the next time', () => {
    expect(verdict(200, '<!doctype html><title>x</title><p>Busy')).toMatchObject({
      is: 'busy',
      why: /web page/,
    })
    expect(verdict(200, '{"elements":[{"type":"no')).toMatchObject({
      is: 'busy',
      why: 'broke off in the middle',
    })
    expect(verdict(200, '')).toMatchObject({ is: 'busy' })
  })
})

it('waits as long as it is asked to, within reason, and else longer each time', () => {
  expect(waitAsked('120', now)).toBe(120_000)
  expect(waitAsked('Tue, 24 Nov 2026 12:01:00 GMT', now)).toBe(60_000)
  expect(waitAsked('Tue, 24 Nov 2026 11:00:00 GMT', now)).toBe(0)
  for (const nothing of [null, '', 'soon', '-5', '1e9']) expect(waitAsked(nothing, now)).toBeNull()
  expect([1, 2, 3, 4, 5, 6, 7].map((failures) => waitAfter(failures, null))).toEqual([
    ...[10_000, 20_000, 40_000, 80_000, 160_000, 300_000, 300_000],
  ])
  expect(waitAfter(3, 0)).toBe(1_000)
  expect(waitAfter(1, 45_000)).toBe(45_000)
  expect(waitAfter(1, 86_400_000)).toBeNull()
})
