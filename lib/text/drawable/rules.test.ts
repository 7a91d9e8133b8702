import { expect, test } from 'vitest'
import { drawable } from './rules'

test.each([
  ['L’Œuf, Köln – 18,50\u202f€', 'L’Œuf, Köln – 18,50 €'],
  ['Cafe\u0301', 'Café'],
  ['☕ Le Zinc 🎉', 'Le Zinc'],
  ['カフェ', ''],
  ['Кафе Merle\n2', 'Merle 2'],
])('%j is drawn as %j', (text, expected) => {
  expect(drawable(text)).toBe(expected)
})
