import { expect, it } from 'vitest'
import { awaitedAt } from './rules'

it('awaits ten minutes before the start, the day before where it must', () => {
  expect(awaitedAt(new Date('2027-03-10T00:05:00Z'))).toEqual(new Date('2027-03-09T23:55:00Z'))
})
