import { expect, it } from 'vitest'
import { isOffered, standingOf } from './rules'

it.each([
  [{ visibility: 'members', seeAgain: true }, 'in'],
  [{ visibility: 'hidden', seeAgain: true }, 'hidden'],
  [{ visibility: 'members', seeAgain: false }, 'out'],
  [{ visibility: 'hidden', seeAgain: false }, 'out'],
])('%o is %s', (person, standing) => {
  expect(standingOf(person)).toBe(standing)
})

it('is offered from the end of an outing, for two weeks', () => {
  const end = new Date('2026-11-10T18:00:00Z')
  const offered = (at: string) => isOffered(end, new Date(at))
  expect(offered('2026-11-10T17:59:59Z')).toBe(false)
  expect(offered('2026-11-10T18:00:00Z')).toBe(true)
  expect(offered('2026-11-24T17:59:59Z')).toBe(true)
  expect(offered('2026-11-24T18:00:00Z')).toBe(false)
})
