import { expect, it } from 'vitest'
import { lineOf } from './rules'

it.each([
  [null, '\\N'],
  ['', ''],
  ['\\N', '\\\\N'],
  ['a\tb\nc\r', 'a\\tb\\nc\\r'],
  [true, 't'],
  [false, 'f'],
  [1e-7, '1e-7'],
  [new Date('2026-11-30T12:00:00Z'), '2026-11-30T12:00:00.000Z'],
  [['cards', 'a"b', 'c\\d', ''], '{"cards","a\\\\"b","c\\\\\\\\d",""}'],
  [[], '{}'],
  [{ name: 'a\nb', at: null }, '{"name":"a\\\\nb","at":null}'],
])('writes %j', (cell, written) => {
  expect(lineOf(['x', cell])).toBe(`x\t${written}\n`)
})
