import { expect, it } from 'vitest'
import { add, NOTHING, problemSentence, sourcesTable, type Tally, table } from './rules'

it('says in one sentence what is wrong with a file and how to mend it', () => {
  expect(problemSentence('a.json', { code: 'truncated', line: 812 })).toBe(
    'a.json: it breaks off in the middle (line 812): the download was probably cut. Get it again.',
  )
})

it('adds up files and lists why rows were left out', () => {
  const tally = add(
    {
      ...NOTHING,
      read: 1200,
      created: 3,
      merged: 7,
      unchanged: 1,
      doubtful: 1,
      approximate: 2,
      skipped: { other: 2 },
    },
    { ...NOTHING, read: 34, skipped: { other: 1, broken: 4 } },
  )
  expect(table(tally, 2.345).split('\n')).toEqual([
    '  read                          1,234',
    '  created                           3',
    '  merged                            7',
    '  updated                           0',
    '  unchanged                         1',
    '  skipped: broken                   4',
    '  skipped: not a place to work      3',
    '  placed at their commune           2',
    '  to compare by hand                1',
    '  seconds                         2.3',
  ])
})

it('lists each source on a line', () => {
  const one: Tally = { ...NOTHING, read: 1_200, created: 1_000, skipped: { other: 150, broken: 50 } }
  const all = new Map([
    ['osm', one],
    ['gironde', { ...NOTHING, read: 3, updated: 1, unchanged: 2 }],
  ])
  expect(sourcesTable(all).split('\n')).toEqual([
    '  source    read  created  merged  updated  unchanged  skipped',
    '  osm      1,200    1,000       0        0          0      200',
    '  gironde      3        0       0        1          2        0',
  ])
})
