import { expect, it } from 'vitest'
import { alternates } from './alternates'
import { townPath } from './paths'

it('names the page itself, its twin, and the one for everybody else', () => {
  expect(alternates('en', '/agenda')).toEqual({
    canonical: '/en/agenda',
    languages: { fr: '/fr/agenda', en: '/en/agenda', 'x-default': '/fr/agenda' },
  })
  expect(alternates('fr', (language) => townPath(language, 'cannes'))).toEqual({
    canonical: '/fr/lieux/cannes',
    languages: { fr: '/fr/lieux/cannes', en: '/en/places/cannes', 'x-default': '/fr/lieux/cannes' },
  })
})
