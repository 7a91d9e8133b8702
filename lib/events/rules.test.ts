import { expect, test } from 'vitest'
import { EVENT_KINDS } from '@/lib/events/kinds/terms'
import { type Announced, changesOf, isOnlineKind, proposedTitle, refusalErrors } from './rules'

const event: Announced = {
  title: 'Afterwork',
  startsAt: new Date('2026-05-01T16:30:00Z'),
  endsAt: new Date('2026-05-01T19:00:00Z'),
  timeZone: 'Europe/Paris',
  spaceId: null,
  placeName: 'Le Comptoir',
  address: '1 rue d’Exemple',
  city: 'Cannes',
  lat: 43.55,
  lng: 7.01,
  onlineUrl: null,
}

test.each<[string, Partial<Announced>, string[]]>([
  ['nothing', {}, []],
  ['the same instant in another Date', { startsAt: new Date('2026-05-01T16:30:00Z') }, []],
  ['the title alone', { title: 'Apéro' }, []],
  ['the start', { startsAt: new Date('2026-05-01T17:00:00Z') }, ['time']],
  ['the end', { endsAt: new Date('2026-05-01T20:00:00Z') }, ['time']],
  ['the pin', { lat: 43.56 }, ['place']],
  ['the name of the place', { placeName: 'La Ruche' }, ['place']],
  [
    'the start and the title',
    { startsAt: new Date('2026-05-01T17:00:00Z'), title: 'Apéro' },
    ['time', 'title'],
  ],
  [
    'from a place to a link',
    { placeName: '', address: '', city: '', lat: null, lng: null, onlineUrl: 'https://meet.example.org/x' },
    ['place', 'online'],
  ],
])('people are told when it changes: %s', (_what, change, expected) => {
  expect(changesOf(event, { ...event, ...change })).toEqual(expected)
})

test.each([
  ['Open coffee', { placeName: 'La Ruche', city: 'Cannes' }, 'Open coffee · La Ruche'],
  ['Open coffee', { placeName: '', city: 'Cannes' }, 'Open coffee · Cannes'],
  ['E-coffee', { placeName: '', city: '' }, 'E-coffee'],
])('%s at %o is called %s', (kind, place, title) => {
  expect(proposedTitle(kind, place)).toBe(title)
})

test('a proposed title fits where a typed one does', () => {
  expect(proposedTitle('Lunch', { placeName: 'x'.repeat(200), city: '' })).toHaveLength(120)
})

test.each([
  ['town_unknown', { errors: { city: 'town_unknown' } }],
  ['starts_in_past', { errors: { day: 'starts_in_past' } }],
  ['cancelled', { errors: {}, message: 'event_cancelled' }],
  ['too_many_events', { errors: {}, message: 'too_many_events' }],
])('%s is said where it can be mended', (reason, shown) => {
  expect(refusalErrors(reason)).toEqual(shown)
})

test('an e-coffee alone is behind a link', () => {
  expect(EVENT_KINDS.filter(isOnlineKind)).toEqual(['e_coffee'])
})
