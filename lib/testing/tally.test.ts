import { expect, it } from 'vitest'
import { add, lastLine, NOTHING, tallyOfPlaywright, tallyOfVitest, withExit } from './tally'

it('ends with one line, which names what was skipped only when something was', () => {
  expect(lastLine({ passed: 12, failed: 0, skipped: 0 })).toBe('12 passed, 0 failed')
  expect(lastLine({ passed: 12, failed: 3, skipped: 1 })).toBe('12 passed, 3 failed, 1 skipped')
})

it('reads what the test programs counted', () => {
  const vitest = { numPassedTests: 5, numFailedTests: 1, numPendingTests: 2, numTodoTests: 1, more: true }
  expect(tallyOfVitest(vitest)).toEqual({ passed: 5, failed: 1, skipped: 3 })
  const playwright = { stats: { expected: 7, unexpected: 1, flaky: 1, skipped: 0 } }
  expect(tallyOfPlaywright(playwright)).toEqual({ passed: 7, failed: 2, skipped: 0 })
  expect(() => tallyOfVitest({})).toThrow()
})

it('counts a step that broke off as failed, and none twice', () => {
  expect(withExit(NOTHING, false)).toEqual({ passed: 0, failed: 1, skipped: 0 })
  expect(withExit({ passed: 3, failed: 2, skipped: 0 }, false)).toEqual({ passed: 3, failed: 2, skipped: 0 })
  expect(withExit({ passed: 3, failed: 0, skipped: 0 }, true)).toEqual({ passed: 3, failed: 0, skipped: 0 })
  expect(add({ passed: 1, failed: 1, skipped: 1 }, { passed: 2, failed: 0, skipped: 0 })).toEqual({
    passed: 3,
    failed: 1,
    skipped: 1,
  })
})
