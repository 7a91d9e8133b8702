import { createTranslator } from 'next-intl'
import { expect, test } from 'vitest'
import en from '@/lib/i18n/messages/en.json'
import fr from '@/lib/i18n/messages/fr.json'
import type { Outing, Sender } from '@/lib/mail/letters/schema'
import type { Letter } from '@/lib/mail/schema'
import { dayBeforeLetter, hoursBeforeLetter, stillComingLetter } from './rules'

const now = new Date('2026-12-02T17:30:00Z')
const sender = (locale: 'fr' | 'en', at = now): Sender => ({
  locale,
  words: createTranslator({ locale, messages: locale === 'fr' ? fr : en, namespace: 'mail' }),
  instanceName: 'Cafetière',
  now: at,
})

const outing: Outing = {
  guestName: 'Ana',
  organizerName: 'Léa',
  cancelMessage: '',
  event: {
    ...{ id: 'e', title: 'Afterwork', timeZone: 'Europe/Paris', status: 'published', sequence: 0 },
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
const reminder = { outing, zone: 'Europe/Paris', known: [], greeters: [] }
const directions = 'https://www.openstreetmap.org/directions?route=%3B43.55%2C7.01#map=16/43.55/7.01'

const plain = (words: string) => words.replaceAll(/[\u00a0\u202f]/g, ' ')
const urls = ({ blocks }: Letter) => blocks.flatMap((block) => ('url' in block ? [block.url] : []))
const said = ({ blocks }: Letter) =>
  blocks.flatMap((block) => (block.type === 'text' ? [plain(block.text)] : []))
const factsOf = ({ blocks }: Letter) =>
  blocks.flatMap((block) => (block.type === 'facts' ? block.facts.map((row) => row.map(plain)) : []))

test('the day before: which day, when and where, the way there and the way out', () => {
  const letter = dayBeforeLetter(reminder, sender('fr'))
  expect(plain(letter.subject)).toBe('Demain : Afterwork')
  expect(factsOf(letter)).toContainEqual(['Où', 'Le Comptoir, 3 rue du Port, Cannes'])
  expect(urls(letter)).toEqual([outing.links.event, directions, outing.links.leave])
})

test('whoever comes for the first time is told who awaits them, ten minutes before, and where', () => {
  const greeters = [{ firstName: 'Léa', recognise: 'foulard rouge', meetAt: 'devant le comptoir' }]
  const words =
    'C’est votre première fois : Léa vous attend dès 18 h 20. Où : devant le comptoir. Pour le ou la reconnaître : foulard rouge.'
  for (const letter of [dayBeforeLetter, hoursBeforeLetter]) {
    expect(said(letter({ ...reminder, greeters }, sender('fr')))).toContain(words)
    expect(said(letter(reminder, sender('fr'))).join()).not.toContain('première fois')
  }
  expect(said(stillComingLetter({ ...reminder, greeters }, 2, sender('fr')))).toContain(words)
})

test.each([
  ['2026-12-03T07:00:00Z', 'Today: Afterwork'],
  ['2026-12-01T20:55:00Z', 'Thursday 3 December: Afterwork'],
])('sent at %s it says %s', (at, subject) => {
  expect(dayBeforeLetter(reminder, sender('en', new Date(at))).subject).toBe(subject)
})

test('two hours before: the hour itself', () => {
  const letter = hoursBeforeLetter(reminder, sender('en'))
  expect(plain(letter.subject)).toBe('See you at 6:30 pm: Afterwork')
  expect(said(letter)).toContain('“Afterwork” starts at 6:30 pm. Time to get going!')
  expect(urls(letter)).toContain(outing.links.leave)
})

test('where people wait: still coming, with yes and no in one tap each', () => {
  const letter = stillComingLetter(reminder, 3, sender('fr'))
  expect(plain(letter.subject)).toBe('Demain : vous venez toujours à « Afterwork » ?')
  expect(said(letter)[1]).toContain('3 personnes attendent')
  expect(urls(letter)).toEqual([outing.links.coming, directions, outing.links.leave])
  expect(said(stillComingLetter(reminder, 1, sender('en')))[1]).toContain('one person is waiting')
})

test('a guest elsewhere reads their own hour, too; one who lives by the same clock does not', () => {
  const labels = (zone: string | null) =>
    factsOf(hoursBeforeLetter({ ...reminder, zone }, sender('en'))).map(([label]) => label)
  expect(factsOf(hoursBeforeLetter({ ...reminder, zone: 'America/Montreal' }, sender('en')))).toContainEqual([
    'Your time',
    '12:30 pm',
  ])
  expect(labels('Europe/Madrid')).not.toContain('Your time')
  expect(labels(null)).not.toContain('Your time')
})

test('who comes too is said the day before, and not once more', () => {
  const zoe = { ...reminder, known: ['Zoé'], greeters: [] }
  expect(said(dayBeforeLetter(zoe, sender('fr')))).toContain('Zoé vient aussi.')
  expect(said(stillComingLetter({ ...zoe, known: ['Zoé', 'Bob'], greeters: [] }, 1, sender('en')))).toContain(
    'Zoé and Bob come too.',
  )
  expect(said(dayBeforeLetter(reminder, sender('fr'))).join()).not.toContain('aussi')
  expect(said(hoursBeforeLetter(zoe, sender('fr'))).join()).not.toContain('Zoé')
})

test('an outing without a place has no way there, and its link instead', () => {
  const event = { ...outing.event, lat: null, lng: null, onlineUrl: 'https://meet.example.org/x' }
  const letter = hoursBeforeLetter({ ...reminder, outing: { ...outing, event } }, sender('en'))
  expect(urls(letter)).not.toContain(directions)
  expect(said(letter)).toContain('“Afterwork” starts at 6:30 pm, online. The link is just below.')
  expect(factsOf(letter)).toContainEqual(['Online', 'https://meet.example.org/x'])
})
