import { expect, it } from 'vitest'
import { isStuck } from './rules'

const now = new Date('2026-11-23T10:00:00Z')

it.each([
  [null, false],
  ['2026-11-23T09:50:00Z', false],
  ['2026-11-23T09:49:59Z', true],
])('work due since %s is stuck: %s', (oldest, stuck) => {
  expect(isStuck(oldest === null ? null : new Date(oldest), now)).toBe(stuck)
})
