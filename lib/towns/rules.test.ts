import { describe, expect, it } from 'vitest'
import { fold, match, readQuery, score } from './rules'

describe('fold', () => {
  it.each([
    ['Cannes', 'cannes'],
    ['Saint-Étienne', 'saint etienne'],
    ['St Etienne', 'saint etienne'],
    ['Ste-Maxime', 'sainte maxime'],
    ['L’Haÿ-les-Roses', 'l hay les roses'],
    ["L'Haÿ les Roses", 'l hay les roses'],
    ['Œuilly', 'oeuilly'],
    ['  Aix  en   Provence ', 'aix en provence'],
    ['Łódź', 'lodz'],
    ['', ''],
    ['---', ''],
  ])('%j becomes %j', (text, folded) => {
    expect(fold(text)).toBe(folded)
  })
})

describe('readQuery', () => {
  it.each([
    ['06400', { words: '', postcode: '06400' }],
    ['cannes 06', { words: 'cannes', postcode: '06' }],
    ['06400 Cannes', { words: 'cannes', postcode: '06400' }],
    ['2A', { words: '', postcode: '2a' }],
    ['Paris 7', { words: 'paris', postcode: '' }],
    ['Lyon 3ème arrondissement', { words: 'lyon', postcode: '' }],
    ['Paris 75011', { words: 'paris', postcode: '75011' }],
    ['Area 7', { words: 'area 7', postcode: '' }],
  ])('%j', (typed, expected) => {
    expect(readQuery(typed)).toEqual(expected)
  })
})

it('a name answers by its beginning, or by that of one of its words', () => {
  expect(match('sophia antipolis', 'sophia antipolis')).toBe(3)
  expect(match('sophia antipolis', 'soph')).toBe(2)
  expect(match('sophia antipolis', 'anti')).toBe(1)
  expect(match('sophia antipolis', 'polis')).toBe(0)
})

it('prefers the exact name, then the great, then the near', () => {
  expect(score(3, 500, null)).toBeGreaterThan(score(2, 50_000, null))
  expect(score(2, 50_000, null)).toBeGreaterThan(score(2, 500, null))
  expect(score(2, 500, 5_000)).toBeGreaterThan(score(2, 20_000, 800_000))
})
