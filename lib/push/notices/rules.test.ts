import { createTranslator } from 'next-intl'
import { describe, expect, it, test } from 'vitest'
import en from '@/lib/i18n/messages/en.json'
import fr from '@/lib/i18n/messages/fr.json'
import type { Outing } from '@/lib/mail/letters/schema'
import { type Ringer, reminderNotice, seatNotice, usefulUntil } from './rules'

const startsAt = new Date('2026-12-03T17:30:00Z')
const heldUntil = new Date('2026-12-03T15:00:00Z')
const ringer = (locale: 'fr' | 'en', now = '2026-12-02T09:00:00Z'): Ringer => ({
  locale,
  words: createTranslator({ locale, messages: locale === 'fr' ? fr : en, namespace: 'pushes' }),
  now: new Date(now),
})

const outing: Outing = {
  guestName: 'Ana',
  organizerName: 'Léa',
  cancelMessage: '',
  event: {
    ...{ id: 'e', title: 'Afterwork', timeZone: 'Europe/Paris', status: 'published', sequence: 0 },
    ...{ placeName: 'Le Comptoir', address: '', city: 'Cannes', lat: 43.55, lng: 7.01, onlineUrl: null },
    ...{ startsAt, endsAt: new Date('2026-12-03T19:30:00Z'), updatedAt: startsAt },
  },
  links: { event: '/event', leave: '/leave', confirm: '/confirm', coming: '/coming', explore: '/' },
}
const plain = ({ title, body, url }: { title: string; body: string; url: string }) =>
  [title, body, url].map((words) => words.replaceAll(/[\u00a0\u202f]/g, ' '))

describe('a notice', () => {
  it('says what, which outing, when and where, and leads to its page', () => {
    expect(plain(seatNotice('r', 'rsvp_promoted', outing, startsAt, ringer('fr')))).toEqual([
      'Une place pour vous',
      'Afterwork · demain, 18 h 30 · Le Comptoir',
      '/event',
    ])
  })

  it('of an offer says until when, and leads to the button that takes it', () => {
    const later = ringer('en', '2026-11-01T09:00:00Z')
    expect(plain(seatNotice('r', 'rsvp_offered', outing, heldUntil, later))).toEqual([
      'A seat for you, until 4 pm',
      'Afterwork · Thursday 3 December, 6:30 pm · Le Comptoir',
      '/confirm',
    ])
  })

  it('before an outing says the hour; where others wait it asks, and leads to the yes', () => {
    expect(
      plain(reminderNotice('r', 'hours_before', outing, false, ringer('fr', '2026-12-03T15:30:00Z'))),
    ).toEqual(['À tout à l’heure, 18 h 30', 'Afterwork · aujourd’hui, 18 h 30 · Le Comptoir', '/event'])
    expect(plain(reminderNotice('r', 'day_before', outing, true, ringer('en')))).toEqual([
      'Are you still coming?',
      'Afterwork · tomorrow, 6:30 pm · Le Comptoir',
      '/coming',
    ])
  })
})

test.each([
  ['rsvp_promoted', 'going', startsAt],
  ['rsvp_promoted', 'cancelled', null],
  ['rsvp_offered', 'offered', heldUntil],
  ['rsvp_offered', 'going', null],
  ['guest_removed', 'removed', startsAt],
  ['guest_removed', 'going', null],
  ['guest_told_change', 'waitlisted', startsAt],
  ['guest_told_cancellation', 'maybe', startsAt],
  ['guest_told_cancellation', 'declined', null],
] as const)('%s is of use to somebody who is %s until %s', (about, status, until) => {
  expect(usefulUntil(about, { status, heldUntil, event: { startsAt } })).toEqual(until)
})
