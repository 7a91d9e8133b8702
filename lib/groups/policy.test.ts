import { expect, test } from 'vitest'
import { maySettle, ownsGroup, runsGroup } from './policy'

test.each([
  ['owner', true, true],
  ['organizer', true, false],
  ['member', false, false],
  [null, false, false],
] as const)('%s', (role, runs, owns) => {
  expect(runsGroup(role)).toBe(runs)
  expect(ownsGroup(role)).toBe(owns)
  expect(maySettle(role, 'member')).toBe(owns)
  expect(maySettle(role, 'organizer')).toBe(owns)
  expect(maySettle(role, 'owner')).toBe(false)
  expect(maySettle(role, null)).toBe(false)
})
