import { expect, it } from 'vitest'
import { failuresOfPlaywright, failuresOfVitest } from './failures'

it('names the failed tests of Vitest’s report, and a file that could not be read', () => {
  const report = {
    testResults: [
      {
        name: '/app/lib/a.test.ts',
        status: 'failed',
        message: '',
        assertionResults: [
          { fullName: 'a counts', status: 'passed', failureMessages: [] },
          {
            fullName: 'a waits',
            status: 'failed',
            failureMessages: ['Error: \u001b[31mtoo slow\u001b[39m\n  at a.ts:3'],
          },
        ],
      },
      {
        name: '/app/lib/b.test.ts',
        status: 'failed',
        message: '\nno such module\n  at b.ts:1:2',
        assertionResults: [],
      },
      { name: '/app/lib/c.test.ts', status: 'passed', message: '', assertionResults: [] },
    ],
  }
  expect(failuresOfVitest(report, '/app')).toEqual([
    'lib/a.test.ts › a waits › Error: too slow',
    'lib/b.test.ts › no such module',
  ])
})

it('names the failed tests of Playwright’s report, however deep, and what broke outside them', () => {
  const spec = (title: string, status: string) => ({
    title,
    file: 'find.spec.ts',
    line: 12,
    tests: [{ projectName: 'phone', status, results: [{ error: { message: 'expected 1\nreceived 2' } }] }],
  })
  const report = {
    suites: [
      {
        title: 'find.spec.ts',
        specs: [spec('opens', 'expected'), spec('closes', 'unexpected')],
        suites: [{ title: 'without a script', specs: [spec('turns', 'flaky')], suites: [] }],
      },
    ],
    errors: [{ message: 'no browser' }],
  }
  expect(failuresOfPlaywright(report)).toEqual([
    'e2e/find.spec.ts:12 › [phone] closes › expected 1 / received 2',
    'e2e/find.spec.ts:12 › [phone] turns › expected 1 / received 2',
    'e2e › no browser',
  ])
})

it('shows how a long story begins, and how it ends', () => {
  const said = [
    'Cafetière',
    ...Array.from({ length: 99 }, (_, i) => `step ${i}`),
    'The site could not be built.',
  ]
  const failed = { name: '/app/lib/d.db.test.ts', status: 'failed', assertionResults: [] }
  const [line] = failuresOfVitest({ testResults: [{ ...failed, message: said.join('\n') }] }, '/app')
  expect(line).toMatch(
    /^lib\/d\.db\.test\.ts › Cafetière \/ step 0 .* … .* \/ The site could not be built\.$/,
  )
})
