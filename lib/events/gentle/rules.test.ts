import { expect, it } from 'vitest'
import { factsOf, gentleColumns, isGentle } from './rules'

const all = { quietPlace: true, leaveWhenever: true, noIntroductions: true }

it.each([
  ['eight seats and all said', { ...all, capacity: 8 }, true],
  ['one seat too many', { ...all, capacity: 9 }, false],
  ['no limit of seats', { ...all, capacity: null }, false],
  ['not quiet', { ...all, quietPlace: false, capacity: 4 }, false],
  ['nobody may leave early', { ...all, leaveWhenever: false, capacity: 4 }, false],
  ['a round of introductions', { ...all, noIntroductions: false, capacity: 4 }, false],
])('%s', (_, said, gentle) => {
  expect(isGentle(said)).toBe(gentle)
})

it('names what was said, in the order of the form', () => {
  expect(factsOf({ ...all, leaveWhenever: false })).toEqual(['quietPlace', 'noIntroductions'])
})

it('hides who comes as soon as it is gentle, and not before', () => {
  const said = { ...all, goodForNewcomers: false, listVisibility: 'members' as const }
  expect(gentleColumns({ ...said, capacity: 6 })).toMatchObject({ gentle: true, listVisibility: 'hosts' })
  expect(gentleColumns({ ...said, capacity: 20 })).toMatchObject({ gentle: false, listVisibility: 'members' })
})
