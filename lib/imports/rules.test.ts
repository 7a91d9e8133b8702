import { expect, it } from 'vitest'
import { add, NOTHING, problemSentence, table } from './rules'

it('says in one sentence what is wrong with a file and how to mend it', () => {
  expect(problemSentence('a.json', { code: 'truncated', line: 812 })).toBe(
    'a.json: it breaks off in the middle (line 812): the download was probably cut. Get it again.',
  )
})

it('adds up files and lists why rows were left out', () => {
  const tally = add(
    { read: 1200, created: 3, updated: 0, unchanged: 1, skipped: { other: 2 } },
    { ...NOTHING, read: 34, skipped: { other: 1, broken: 4 } },
  )
  expect(table(tally, 2.345).split('\n')).toEqual([
    '  read                          1,234',
    '  created                           3',
    '  updated                           0',
    '  unchanged                         1',
    '  skipped: broken                   4',
    '  skipped: not a place to work      3',
    '  seconds                         2.3',
  ])
})
