import { expect, it } from 'vitest'
import { mayWrite, nextMessageAt } from './rules'

const now = new Date('2026-11-23T12:00:00Z')
const at = (time: string) => new Date(`2026-11-${time}:00Z`)

it.each([
  ['before', 'published', '24T18:00', true],
  ['a week after, less a minute', 'published', '16T12:01', true],
  ['a week after', 'published', '16T12:00', false],
  ['called off', 'cancelled', '24T18:00', true],
  ['not yet published', 'draft', '24T18:00', false],
] as const)('%s, %s', (_case, status, endsAt, may) => {
  expect(mayWrite({ status, endsAt: at(endsAt) }, now)).toBe(may)
})

it('the third in a day is followed by the next when the first of them is a day old', () => {
  const [first, second, third] = [at('23T08:00'), at('23T09:00'), at('23T10:00')]
  expect(nextMessageAt([first, second], now)).toBeNull()
  expect(nextMessageAt([third, first, second], now)).toEqual(at('24T08:00'))
  expect(nextMessageAt([at('22T12:00'), second, third], now)).toBeNull()
})
