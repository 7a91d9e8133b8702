import { expect, it } from 'vitest'
import { typedWords } from '@/lib/search/words/rules'
import { kindMeant } from './rules'

it.each([
  ['coworking', 'coworking', ''],
  ['coworkng à Cannes', 'coworking', 'cannes'],
  ['cowor', 'coworking', ''],
  ['tiers-lieu Lannion', 'third_place', 'lannion'],
  ['Café Nice', 'cafe', 'nice'],
  ['médiathèque', 'library', ''],
])('%j means %s in %j', (text, kind, rest) => {
  expect(kindMeant(typedWords(text))).toEqual({ kind, rest: rest ? [rest] : [] })
})

it.each(['la ruche', 'cow', 'caf', ''])('%j means no kind', (text) => {
  expect(kindMeant(typedWords(text))).toBeNull()
})
