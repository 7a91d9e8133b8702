import { expect, test } from 'vitest'
import { languageNames } from './rules'
import { COMMON_LANGUAGES } from './schema'

test('languages are named in the reader’s own, French and English first', () => {
  expect(
    languageNames('fr')
      .slice(0, 3)
      .map(({ name }) => name),
  ).toEqual(['Français', 'Anglais', 'Allemand'])
  expect(
    languageNames('en')
      .slice(0, 3)
      .map(({ name }) => name),
  ).toEqual(['French', 'English', 'Arabic'])
  expect(languageNames('fr')).toHaveLength(COMMON_LANGUAGES.length)
})

test('a rare language that was chosen stays, once', () => {
  expect(
    languageNames('fr', 'oc', 'fr', undefined).filter(({ code }) => code === 'oc' || code === 'fr'),
  ).toEqual([
    { code: 'fr', name: 'Français' },
    { code: 'oc', name: 'Occitan' },
  ])
})
