import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { RecordScanner } from './rules'
import { MAX_DEPTH, MAX_RECORD_CHARS } from './schema'

function scan(text: string, size = text.length || 1) {
  const scanner = new RecordScanner({ keep: true })
  const records = []
  for (let i = 0; i < text.length; i += size) records.push(...scanner.push(text.slice(i, i + size)))
  return { records, problem: scanner.verdict({ ended: true }), header: scanner.header, rows: scanner.rows }
}

const json = fc.json({ maxDepth: 3 })

describe('RecordScanner', () => {
  it('gives every row its line, whatever the size of the pieces', () => {
    const text = '{ "type": "FeatureCollection",\n "features": [\n {"a": 1},\n\n {"b": "x, ] } \\" y"}\n]}\n'
    for (const size of [1, 2, 3, 7, 1000]) {
      const { records, problem, header } = scan(text, size)
      expect(problem).toBeNull()
      expect(header).toEqual({ type: 'FeatureCollection' })
      expect(records.map((r) => [r.row, r.line, JSON.parse(r.text)])).toEqual([
        [1, 3, { a: 1 }],
        [2, 5, { b: 'x, ] } " y' }],
      ])
    }
  })

  it('finds exactly the rows that a full parser finds', () => {
    fc.assert(
      fc.property(fc.array(json), json, fc.integer({ min: 1, max: 40 }), (rows, other, size) => {
        const text = `{"x":${other},"elements":[${rows.join(',')}],"features":${other}}`
        const { records, problem } = scan(text, size)
        expect(problem).toBeNull()
        expect(records.map((r) => JSON.parse(r.text))).toEqual(JSON.parse(text).elements)
      }),
    )
  })

  it('sees neither a nested list nor a key inside a string as the list of rows', () => {
    const { records } = scan('{"osm3s":{"elements":[1]},"note":"\\"features\\":[2]","elements":[3]}')
    expect(records.map((r) => r.text)).toEqual(['3'])
  })

  it('leaves a bad row to its reader and goes on', () => {
    const { records, problem } = scan('{"features":[{"a":NaN},{"b" 1},nonsense,{"c":1}]}')
    expect(problem).toBeNull()
    expect(records.map((r) => r.text)).toEqual(['{"a":NaN}', '{"b" 1}', 'nonsense', '{"c":1}'])
  })

  it('keeps what Overpass says when it gives up', () => {
    expect(scan('{"elements":[],"remark":"runtime error: Query timed out"}').header.remark).toBe(
      'runtime error: Query timed out',
    )
  })

  it('drops the text of a row beyond all measure, not the next one', () => {
    const { records } = scan(`{"features":[{"a":"${'x'.repeat(MAX_RECORD_CHARS)}"},{"b":1}]}`, 100_000)
    expect(records.map((r) => [r.tooLarge, r.text])).toEqual([
      [true, ''],
      [false, '{"b":1}'],
    ])
  })

  it('cuts a bare list, and stops at its end', () => {
    const { records, problem } = scan('[{"a":[1]},\n{"b":2}]\n')
    expect(records).toMatchObject([
      { row: 1, line: 1, text: '{"a":[1]}' },
      { row: 2, line: 2 },
    ])
    expect(problem).toBeNull()
    expect(scan('[{"a":1}] {}').problem).toEqual({ code: 'trailing', line: 1 })
    expect(scan('[]').records).toEqual([])
  })

  it('only counts when told not to keep', () => {
    const scanner = new RecordScanner({ keep: false })
    expect(scanner.push('{"features":[{},{}]}')).toEqual([])
    expect(scanner.rows).toBe(2)
  })

  it.each([
    ['', { code: 'empty', line: 1 }],
    [' \n\n', { code: 'empty', line: 3 }],
    ['name,lat,lon', { code: 'not_json', line: 1 }],
    ['{"features":[\n{"a":1},\n{"b":', { code: 'truncated', line: 3 }],
    ['{"features":[{"a":[1}]}', { code: 'unbalanced', line: 1 }],
    ['{"features":[]}\n{}', { code: 'trailing', line: 2 }],
    ['{"type":"Topology","objects":{}}', { code: 'no_list', line: 1 }],
    [`{"features":[${'['.repeat(MAX_DEPTH)}`, { code: 'too_deep', line: 1 }],
  ])('refuses %j as a whole', (text, problem) => {
    expect(scan(text).problem).toEqual(problem)
  })
})
