import { expect, test } from 'vitest'
import { distanceCursorSchema, timeCursorSchema, writeCursor } from './schema'

const id = '0197a1c2-7d3e-7abc-8def-0123456789ab'

test('what is written is read back', () => {
  for (const metres of [0, 1, 1234.56789012345, 1.5e-7]) {
    expect(distanceCursorSchema.parse(writeCursor(metres, id))).toEqual({ after: metres, id })
  }
  const at = new Date('2026-12-01T07:30:00.125Z')
  expect(timeCursorSchema.parse(writeCursor(at, id))).toEqual({ after: at, id })
})

test.each([
  null,
  undefined,
  '',
  '~',
  '12',
  `12~`,
  `~${id}`,
  `x~${id}`,
  `12~${id}~1`,
  `9e99~${id}`,
  `-1~${id}`,
  `12~1' OR 1`,
  12,
])('nonsense (%j) is no cursor', (text) => {
  expect(distanceCursorSchema.parse(text)).toBeNull()
  expect(timeCursorSchema.parse(text)).toBeNull()
})

test('a cursor of one list is none for the other', () => {
  expect(timeCursorSchema.parse(writeCursor(12, id))).toBeNull()
  expect(distanceCursorSchema.parse(writeCursor(new Date('2026-12-01T07:30:00Z'), id))).toBeNull()
})
