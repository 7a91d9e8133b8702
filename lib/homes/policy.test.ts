import { expect, test } from 'vitest'
import { type IdentityFacts, missingOf } from './policy'

const now = new Date('2027-03-15T12:00:00Z')
const whole: IdentityFacts = {
  ...{ emailProven: true, name: 'Inès', trade: 'Graphiste', area: 'Cannes', visibility: 'members' },
  joinedAt: new Date('2027-03-01T12:00:00Z'),
  wasOut: true,
}

test('who showed all of it is identified', () => {
  expect(missingOf(whole, now)).toEqual([])
})

test.each<[Partial<IdentityFacts>, string[]]>([
  [{ emailProven: false }, ['email']],
  [{ name: ' ' }, ['name']],
  [{ trade: '' }, ['trade']],
  [{ area: '' }, ['town']],
  [{ visibility: 'hidden' }, ['visible']],
  [{ joinedAt: new Date('2027-03-01T12:00:01Z') }, ['days']],
  [{ wasOut: false }, ['outing']],
  [{ trade: '', area: '', wasOut: false }, ['trade', 'town', 'outing']],
])('%o: %o is missing', (lack, missing) => {
  expect(missingOf({ ...whole, ...lack }, now)).toEqual(missing)
})
