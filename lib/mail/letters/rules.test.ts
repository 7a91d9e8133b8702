import { createTranslator } from 'next-intl'
import { describe, expect, it, test } from 'vitest'
import en from '@/lib/i18n/messages/en.json'
import fr from '@/lib/i18n/messages/fr.json'
import type { Letter } from '@/lib/mail/schema'
import {
  askedLetter,
  cancelledLetter,
  changedLetter,
  codeLetter,
  confirmedLetter,
  eventCancelledLetter,
  lapsedLetter,
  offeredLetter,
  promotedLetter,
  removedLetter,
  waitlistedLetter,
  whenText,
} from './rules'
import type { Outing, Sender } from './schema'

const now = new Date('2026-11-18T20:30:00Z')
const sender = (locale: 'fr' | 'en'): Sender => ({
  locale,
  words: createTranslator({ locale, messages: locale === 'fr' ? fr : en, namespace: 'mail' }),
  instanceName: 'Cafetière',
  now,
})
const french = sender('fr')
const english = sender('en')

const outing: Outing = {
  guestName: 'Ana',
  organizerName: 'Léa',
  cancelMessage: '',
  event: {
    ...{ id: 'e', title: 'Afterwork du port', timeZone: 'Europe/Paris', status: 'published', sequence: 0 },
    ...{ placeName: 'Le Comptoir', address: '3 rue du Port', city: 'Cannes', lat: 43.55, lng: 7.01 },
    ...{ onlineUrl: null, updatedAt: now },
    startsAt: new Date('2026-12-03T17:30:00Z'),
    endsAt: new Date('2026-12-03T19:30:00Z'),
  },
  links: {
    event: 'https://cafe.example.org/fr/events/e',
    leave: 'https://cafe.example.org/fr/leave/t',
    confirm: 'https://cafe.example.org/fr/confirm/t',
    coming: 'https://cafe.example.org/fr/coming/t',
    explore: 'https://cafe.example.org/fr',
  },
}

const plain = (words: string) => words.replaceAll(/[\u00a0\u202f]/g, ' ')
const urls = ({ blocks }: Letter) => blocks.flatMap((block) => ('url' in block ? [block.url] : []))
const texts = ({ blocks }: Letter) =>
  blocks.flatMap((block) => (block.type === 'text' ? [plain(block.text)] : []))
const factsOf = ({ blocks }: Letter) => blocks.flatMap((block) => (block.type === 'facts' ? block.facts : []))
const quotes = ({ blocks }: Letter) => blocks.flatMap((block) => (block.type === 'quote' ? [block.text] : []))
const { event, leave, explore } = outing.links

test('when: one day, or two when it goes past midnight', () => {
  expect(plain(whenText(outing, french))).toBe('jeudi 3 décembre, de 18 h 30 à 20 h 30')
  const late = { ...outing.event, endsAt: new Date('2026-12-03T23:30:00Z') }
  expect(plain(whenText({ event: late }, english))).toBe(
    'Thursday 3 December at 6:30 pm to Friday 4 December at 12:30 am',
  )
})

describe('a code', () => {
  const code = { code: '123456', link: 'https://cafe.example.org/fr/sign-in/link/x' }
  it('comes first, in the subject and beside its link', () => {
    const letter = codeLetter({ ...code, eventTitle: null }, french)
    expect(letter.subject).toBe('123456 est votre code Cafetière')
    expect(letter.blocks).toContainEqual({ type: 'code', code: '123456' })
    expect(urls(letter)).toEqual([code.link])
    expect(texts(letter)[0]).toBe('Voici votre code pour vous connecter :')
  })

  it('says what it confirms', () => {
    const [first] = texts(codeLetter({ ...code, eventTitle: 'Afterwork du port' }, english))
    expect(first).toBe('Here is your code to confirm that you come to “Afterwork du port”:')
  })
})

test.each([
  ['confirmed', confirmedLetter(outing, french), 'C’est noté : Afterwork du port'],
  ['promoted', promotedLetter(outing, french), 'Une place pour vous : Afterwork du port'],
])(
  'a seat that is %s: when, where and with whom, the calendar, the page and the way out',
  (_, letter, subject) => {
    expect(plain(letter.subject)).toBe(subject)
    expect(letter).toMatchObject({ locale: 'fr', footer: expect.stringContaining('Cafetière') })
    expect(texts(letter)[0]).toBe('Bonjour Ana,')
    expect(texts(letter)).toContain(fr.mail.calendarText)
    expect(factsOf(letter).map(([label, value]) => [label, plain(value)])).toEqual([
      ['Quand', 'jeudi 3 décembre, de 18 h 30 à 20 h 30'],
      ['Où', 'Le Comptoir, 3 rue du Port, Cannes'],
      ['Avec', 'Léa'],
    ])
    expect(urls(letter)).toEqual([event, leave])
  },
)

test('an outing behind a link tells the link and no place', () => {
  const room = 'https://meet.example.org/x'
  const online = { ...outing.event, placeName: '', address: '', city: '', onlineUrl: room }
  const facts = factsOf(confirmedLetter({ ...outing, event: online }, english))
  expect(facts.map(([label]) => label)).toEqual(['When', 'Online', 'With'])
  expect(facts[1]).toEqual(['Online', room])
})

test.each([
  [1, 'You are first on the waitlist'],
  [3, 'You are number 3 on the waitlist'],
])('the waitlist: place %i, without a calendar entry', (place, words) => {
  const letter = waitlistedLetter(outing, place, english)
  expect(letter.subject).toBe('On the waitlist: Afterwork du port')
  expect(texts(letter)[1]).toContain(words)
  expect(texts(letter)).not.toContain(en.mail.calendarText)
  expect(urls(letter)).toEqual([event, leave])
})

test('a request: who answers it, and nothing certain', () => {
  const letter = askedLetter(outing, english)
  expect(letter.subject).toBe('Your request: Afterwork du port')
  expect(texts(letter)[1]).toContain('Léa lets the guests of “Afterwork du port” in one by one')
  expect(texts(letter)).not.toContain(en.mail.calendarText)
})

test('an offer: until when, at the place’s clock, and the button that takes it', () => {
  const letter = offeredLetter(outing, new Date('2026-12-03T15:00:00Z'), french)
  expect(plain(letter.subject)).toBe('Une place pour vous, jusqu’à 16 h : Afterwork du port')
  expect(urls(letter)).toEqual([outing.links.confirm, leave])
})

test('an offer that lapsed: the page, where one can queue again', () => {
  const letter = lapsedLetter(outing, english)
  expect(letter.subject).toBe('The seat has gone on: Afterwork du port')
  expect(urls(letter)).toEqual([event])
})

test.each([
  ['going', fr.mail.left_going],
  ['offered', fr.mail.left_offered],
  ['waitlisted', fr.mail.left_waitlisted],
  ['asked', fr.mail.left_asked],
] as const)('given up while %s: said in its own words, and other outings', (was, words) => {
  const letter = cancelledLetter(outing, was, french)
  expect(plain(letter.subject)).toBe('C’est annulé pour vous : Afterwork du port')
  expect(texts(letter)[1]).toBe(plain(words.replace('{title}', outing.event.title)))
  expect(urls(letter)).toEqual([explore])
})

test('taken off the list: by whom, from what, and the note if there is one', () => {
  const letter = removedLetter(outing, ' Réservé aux graphistes\n', french)
  expect(texts(letter)[1]).toBe(
    'Léa vous a retiré de la liste pour « Afterwork du port » (jeudi 3 décembre, de 18 h 30 à 20 h 30).',
  )
  expect(quotes(letter)).toEqual(['Réservé aux graphistes'])
  expect(quotes(removedLetter(outing, ' \n', french))).toEqual([])
})

test('changed: what, as a sentence says it, and how it stands now', () => {
  expect(texts(changedLetter(outing, [], ['time', 'place', 'title'], french))[1]).toContain(
    'Léa a changé l’horaire, le lieu et le titre de « Afterwork du port »',
  )
  const letter = changedLetter(outing, [], ['online'], english)
  expect(texts(letter)[1]).toContain('Léa changed the online link of “Afterwork du port”')
  expect(factsOf(letter)).toHaveLength(3)
})

test('called off: when it would have been, and the organizer’s words', () => {
  const letter = eventCancelledLetter({ ...outing, cancelMessage: 'Partie remise !' }, [], english)
  expect(letter.subject).toBe('Cancelled: Afterwork du port')
  expect(texts(letter)[1]).toContain('(Thursday 3 December, 6:30 pm to 8:30 pm) will not take place')
  expect(quotes(letter)).toEqual(['Partie remise !'])
  expect(quotes(eventCancelledLetter(outing, [], english))).toEqual([])
  expect(urls(letter)).toEqual([explore])
})

test('several dates of one series are told together', () => {
  const week = (n: number) => new Date(outing.event.startsAt.getTime() + n * 7 * 86_400_000)
  const next = { ...outing, event: { ...outing.event, startsAt: week(1), endsAt: week(1) } }
  const changed = changedLetter(outing, [next], ['time'], french)
  expect(factsOf(changed)[0]?.[1].split('\n')).toEqual([
    expect.stringContaining('jeudi 3 décembre'),
    expect.stringContaining('jeudi 10 décembre'),
  ])
  // The way out of one outing would not say which.
  expect(urls(changed)).not.toContain(outing.links.leave)
  const gone = eventCancelledLetter(outing, [next], french)
  expect(factsOf(gone)[0]?.[1].split('\n')).toHaveLength(2)
})
