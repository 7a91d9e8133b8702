import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Answered, isToReport, openOptions, remindAt, settle } from './rules'

const seat = (freelancerId: string, answer: Answered['answer'], times = 0): Answered => ({
  freelancerId,
  answer,
  times,
})
const ALL = 0b111

describe('settling', () => {
  test.each([
    [
      'both yes, first hour in common',
      [seat('a', 'yes', 0b110), seat('b', 'yes', 0b011)],
      { status: 'agreed', option: 1, freelancerIds: ['a', 'b'] },
    ],
    ['one is silent', [seat('a', 'yes', ALL), seat('b', null)], { status: 'proposed' }],
    ['one says no: nothing shows yet', [seat('a', 'yes', ALL), seat('b', 'no')], { status: 'proposed' }],
    [
      'both yes, no hour in common',
      [seat('a', 'yes', 0b100), seat('b', 'yes', 0b011)],
      { status: 'proposed' },
    ],
    [
      'two of three so far',
      [seat('a', 'yes', ALL), seat('b', 'yes', ALL), seat('c', 'never')],
      { status: 'proposed' },
    ],
  ] as const)('before its term: %s', (_, seats, expected) => {
    expect(settle([...seats], ALL, false)).toEqual(expected)
  })

  test.each([
    ['a no', [seat('a', 'yes', ALL), seat('b', 'no')], { status: 'lapsed' }],
    ['a silence', [seat('a', 'yes', ALL), seat('b', null)], { status: 'lapsed' }],
    ['no hour', [seat('a', 'yes', 0b100), seat('b', 'yes', 0b011)], { status: 'lapsed' }],
    [
      'two of three',
      [seat('a', 'yes', ALL), seat('b', 'no'), seat('c', 'yes', 0b100)],
      { status: 'agreed', option: 2, freelancerIds: ['a', 'c'] },
    ],
    [
      'of four, the three whom an hour suits',
      [seat('a', 'yes', 0b001), seat('b', 'yes', 0b010), seat('c', 'yes', 0b011), seat('d', 'yes', 0b010)],
      { status: 'agreed', option: 1, freelancerIds: ['b', 'c', 'd'] },
    ],
    [
      'three, an hour for two only',
      [seat('c', 'yes', 0b001), seat('b', 'yes', 0b010), seat('a', 'yes', 0b010)],
      { status: 'agreed', option: 1, freelancerIds: ['a', 'b'] },
    ],
  ] as const)('at its term: %s', (_, seats, expected) => {
    expect(settle([...seats], ALL, true)).toEqual(expected)
  })

  test('an hour that is past is none', () => {
    expect(settle([seat('a', 'yes', 0b001), seat('b', 'yes', 0b001)], 0b110, true)).toEqual({
      status: 'lapsed',
    })
  })

  test('before the term, one person’s no and their silence look alike, whatever the others say', () => {
    const answer = fc.record({
      answer: fc.constantFrom('yes' as const, null),
      times: fc.integer({ min: 1, max: 7 }),
    })
    fc.assert(
      fc.property(
        fc.array(answer, { minLength: 1, maxLength: 2 }),
        fc.constantFrom('no' as const, 'never' as const),
        (others, no) => {
          const seats = others.map(({ answer, times }, i) => seat(String(i), answer, times))
          expect(settle([...seats, seat('x', no)], ALL, false)).toEqual(
            settle([...seats, seat('x', null)], ALL, false),
          )
          expect(settle([...seats, seat('x', no)], ALL, true)).toEqual(
            settle([...seats, seat('x', null)], ALL, true),
          )
        },
      ),
    )
  })
})

const at = (time: string) => new Date(`2026-11-30T${time}:00Z`)

test('an option is open until an hour before', () => {
  expect(openOptions([at('10:00'), at('11:00'), at('15:00')], at('09:00'))).toBe(0b111)
  expect(openOptions([at('10:00'), at('11:00'), at('15:00')], at('10:01'))).toBe(0b100)
})

test('called to mind the evening before, or two hours before, or not at all', () => {
  expect(remindAt(at('10:00'), new Date('2026-11-27T10:00:00Z'))).toEqual(new Date('2026-11-29T16:00:00Z'))
  expect(remindAt(at('10:00'), at('07:00'))).toEqual(at('08:00'))
  expect(remindAt(at('10:00'), at('09:00'))).toBeNull()
})

test('what became of it is asked from its end, for two weeks', () => {
  const coffee = { status: 'agreed' as const, startsAt: at('10:00'), minutes: 45 }
  expect(isToReport(coffee, at('10:44'))).toBe(false)
  expect(isToReport(coffee, at('10:45'))).toBe(true)
  expect(isToReport(coffee, new Date('2026-12-14T10:45:00Z'))).toBe(false)
  expect(isToReport({ ...coffee, status: 'cancelled' }, at('11:00'))).toBe(false)
})
