import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { observeSchema } from './schema'

const spaceId = randomUUID()

test.each([
  ['42', 42],
  [' 42,5 ', 43],
  ['0.3', 1],
  ['9999', 9999],
])('%j Mbit/s', (value, mbps) => {
  expect(observeSchema.parse({ spaceId, topic: 'wifi', value }).value).toBe(mbps)
})

test.each(['', '0', '-3', 'fast', '10001', 'Infinity', '1e9'])('%j is no speed', (value) => {
  const { error } = observeSchema.safeParse({ spaceId, topic: 'wifi', value })
  expect(error?.issues.map(({ path, message }) => [path[0], message])).toEqual([['value', 'speed_invalid']])
})

test('an answer is one of three, of a topic there is', () => {
  expect(observeSchema.parse({ spaceId, topic: 'noise', value: '2' }).value).toBe(2)
  expect(observeSchema.safeParse({ spaceId, topic: 'noise', value: '3' }).success).toBe(false)
  expect(observeSchema.safeParse({ spaceId, topic: 'coffee', value: '1' }).success).toBe(false)
})
