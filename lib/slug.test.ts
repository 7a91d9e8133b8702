import { expect, test } from 'vitest'
import { slugify } from './slug'

test.each([
  ['Open coffee à la Croisette', 'open-coffee-a-la-croisette'],
  ["L'Œuf & la Poule — déjeuner", 'l-oeuf-la-poule-dejeuner'],
  ['  Straße Łódź  ', 'strasse-lodz'],
  ['e\u0301te\u0301', 'ete'],
  ['5 à 7', '5-a-7'],
  ['☕️', '-'],
  ['東京', '-'],
  ['../../etc/passwd?x=<b>', 'etc-passwd-x-b'],
])('%j becomes %s', (text, slug) => {
  expect(slugify(text)).toBe(slug)
})

test('a long title is cut between words, a long word inside', () => {
  expect(slugify('afterwork '.repeat(20))).toBe('afterwork-afterwork-afterwork-afterwork-afterwork-afterwork')
  expect(slugify('a'.repeat(200))).toHaveLength(60)
})

test('slugifying a slug changes nothing', () => {
  const slug = slugify('Après-midi « silence » au fab lab de Saint-Laurent-du-Var, puis un verre')
  expect(slugify(slug)).toBe(slug)
})
