import { expect, test } from 'vitest'
import { helpLines } from './rules'
import { helpLinesSchema } from './schema'

test('France is given in both languages; an instance’s own lines stand instead; elsewhere none are made up', () => {
  for (const locale of ['fr', 'en'] as const) {
    const lines = helpLines('FR', locale, null)
    expect(lines.map(({ phone }) => phone)).toEqual(['09 72 39 40 50', '0 800 858 858', '3114'])
    expect(helpLinesSchema.safeParse(lines).success).toBe(true)
  }
  const own = [{ name: 'Télé-Accueil', phone: '107', hours: '' }]
  expect(helpLines('FR', 'fr', own)).toEqual(own)
  expect(helpLines('BE', 'fr', null)).toEqual([])
})
