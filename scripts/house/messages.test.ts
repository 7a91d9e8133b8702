import { describe, expect, it } from 'vitest'
import { checkMessageKeys } from './message-keys'
import { checkMessages } from './messages'
import { houseOf } from './tree'
import { checkTypography, typographyOf } from './typography'

type Texts = Record<string, string>

function house(fr: Texts, en: Texts, code = '') {
  const files: Texts = {
    'lib/i18n/messages/fr.json': JSON.stringify({ seats: fr }),
    'lib/i18n/messages/en.json': JSON.stringify({ seats: en }),
    'components/seats/count.tsx': code,
  }
  return houseOf(Object.keys(files), (path) => files[path] ?? '')
}

const said = (found: { path: string; rule: string; message: string }[]) =>
  found.map(({ path, rule, message }) => `${path} ${rule}: ${message}`)

describe('both languages', () => {
  it.each<[Texts, Texts, string]>([
    [{ left: 'Libre' }, {}, 'message seats.left: Missing in en.json'],
    [{}, { left: 'Free' }, 'message seats.left: Missing in fr.json'],
    [{ left: ' ' }, { left: 'Free' }, 'a text with something in it'],
    [{ left: '{n} libres' }, { left: '{count} free' }, 'Takes {n} here and {count} in en.json'],
    [{ left: '<b>{n}</b>' }, { left: '{n}' }, 'Takes {<b>, n} here and {n} in en.json'],
    [{ left: '{n, plural, one {un}}' }, { left: 'x' }, 'Not ICU'],
  ])('%j and %j', (fr, en, message) => {
    expect(said(checkMessages(house(fr, en))).join('\n')).toContain(message)
  })

  it('may order and count as they like', () => {
    const fr = { left: '{n, plural, one {# place} other {# places}} à {town}' }
    const en = { left: 'In {town}: {n, plural, one {# seat} other {# seats}}' }
    expect(checkMessages(house(fr, en))).toEqual([])
  })
})

describe('keys', () => {
  const computed = ['t(`kind_$', '{k}`)'].join('')
  const texts = { left: 'x', full: 'y', kind_lunch: 'z' }

  it('that no language has are found where they are asked for', () => {
    const code = `const t = useTranslations('seats'); t('left'); t('full'); t.rich('gone'); ${computed}`
    expect(checkMessageKeys(house(texts, texts, code)).map(({ line, message }) => [line, message])).toEqual([
      [1, 'No message "seats.gone": add it to both files of lib/i18n/messages.'],
    ])
  })

  it('that nobody asks for are found in the messages', () => {
    const code = `const t = await getTranslations({ locale, namespace: 'seats' }); t('left'); ${computed}`
    expect(said(checkMessageKeys(house(texts, texts, code)))).toEqual([
      'lib/i18n/messages/fr.json message seats.full: Nobody asks for this text: take it out of both files, or show it.',
    ])
  })

  it('are followed through a Promise.all', () => {
    const code = "const [a, t] = await Promise.all([b(), getTranslations('seats')]); t('gone')"
    const found = checkMessageKeys(house({}, {}, code)).map(({ message }) => message)
    expect(found).toEqual([expect.stringContaining('"seats.gone"')])
  })

  it('that a schema names are in use', () => {
    expect(
      checkMessageKeys(house(texts, texts, "z.string().max(1, 'full'); f('left', 'kind_lunch')")),
    ).toEqual([])
  })
})

describe('French typography', () => {
  it.each([
    'Qui vient ?',
    'Qui vient?',
    'Qui vient\u00A0?',
    'Bienvenue !',
    'Oui ; non',
    'Quand : demain',
    'Quand: demain',
    'Quand\u202F: demain',
    'Dire «oui»',
    'Dire « oui »',
    'Dire "oui"',
    "L'agenda",
    'Encore...',
  ])('refuses %s', (text) => {
    expect(typographyOf('fr', text)).not.toEqual([])
  })

  it.each([
    'Qui vient\u202F? Bienvenue\u202F! Oui\u202F; non',
    'Quand\u00A0: à 18:30',
    'Dire «\u00A0oui\u00A0», l’agenda…',
    '{n, plural, =0 {personne} one {# place} other {# places}}',
    'Voir https://example.org/a?b=c',
  ])('takes %s', (text) => {
    expect(typographyOf('fr', text)).toEqual([])
  })

  it('has its own rules in English', () => {
    expect(typographyOf('en', 'Who comes?')).toEqual([])
    expect(typographyOf('en', 'Who comes ?')).not.toEqual([])
    expect(typographyOf('en', "Don't")).not.toEqual([])
  })

  it('is looked for in both files', () => {
    expect(said(checkTypography(house({ left: 'Quoi ?' }, { left: 'What ?' })))).toEqual([
      'lib/i18n/messages/fr.json message seats.left: A narrow no-break space (U+202F) comes before ; ! and ?.',
      'lib/i18n/messages/en.json message seats.left: English has no space before ; : ! ?.',
    ])
  })
})
