import fc from 'fast-check'
import { expect, it } from 'vitest'
import { Seen } from './rules'

const identity = fc.oneof(
  fc.integer({ min: 1, max: 50 }).map((id) => `node/${id}`),
  fc.constantFrom('way/7', 'node/7', 'relation/7', 'node/99999999999999', 'node/007', ''),
  fc.string({ maxLength: 6 }),
)

it('says of each row whether it came before, as a set of text does', () => {
  const row = fc.record({ source: fc.constantFrom('osm', 'gironde'), id: identity })
  fc.assert(
    fc.property(fc.array(row, { maxLength: 300 }), (rows) => {
      const [seen, set] = [new Seen(), new Set<string>()]
      for (const { source, id } of rows) {
        // The same number is the same object, however it is written.
        const text = `${source} ${source === 'osm' ? id.replace('/007', '/7') : id}`
        expect(seen.add(source, id)).toBe(!set.has(text))
        set.add(text)
      }
    }),
  )
})

it('tells a million apart', () => {
  const seen = new Seen()
  let fresh = 0
  for (let i = 0; i < 250_000; i++)
    for (const [source, id] of [
      ['osm', `node/${i}`],
      ['osm', `way/${i}`],
      ['aix', `${i}`],
      ['aix', `hash/${i.toString(36)}`],
    ] as const)
      fresh += seen.add(source, id) ? 1 : 0
  expect(fresh).toBe(1_000_000)
  expect(seen.add('osm', 'way/77')).toBe(false)
})
