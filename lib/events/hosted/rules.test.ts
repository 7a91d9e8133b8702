import { expect, test } from 'vitest'
import type { EventStatus } from '@/lib/events/status/schema'
import {
  bySeries,
  duplicateValues,
  formValues,
  pathWithValues,
  sortHosted,
  spaceValues,
  valuesFromQuery,
} from './rules'

const now = new Date('2026-05-20T10:00:00Z')
const at = (startsAt: string, endsAt: string, status: EventStatus = 'published') => ({
  startsAt: new Date(startsAt),
  endsAt: new Date(endsAt),
  status,
})

test('drafts first, coming ones by the nearest; past and cancelled ones behind, the latest first', () => {
  const later = at('2026-06-02T16:00:00Z', '2026-06-02T18:00:00Z')
  const off = at('2026-06-01T16:00:00Z', '2026-06-01T18:00:00Z', 'cancelled')
  const soon = at('2026-05-21T16:00:00Z', '2026-05-21T18:00:00Z')
  const going = at('2026-05-20T09:00:00Z', '2026-05-20T11:00:00Z')
  const over = at('2026-05-20T08:00:00Z', '2026-05-20T10:00:00Z')
  const late = at('2026-05-01T08:00:00Z', '2026-05-01T10:00:00Z', 'draft')
  const early = at('2026-07-01T08:00:00Z', '2026-07-01T10:00:00Z', 'draft')
  expect(sortHosted([early, later, off, soon, going, over, late], now)).toEqual({
    drafts: [late, early],
    coming: [going, soon, later],
    past: [off, over],
  })
})

const event = {
  kind: 'afterwork' as const,
  title: 'Apéro',
  ...at('2026-05-07T16:30:00Z', '2026-05-07T19:00:00Z'),
  timeZone: 'Europe/Paris',
  welcome: 'Bienvenue',
  language: 'fr',
  spaceId: null,
  placeName: 'Le Comptoir',
  address: '1 rue d’Exemple',
  city: 'Cannes',
  lat: 43.55,
  lng: 7.01,
  onlineUrl: null,
  price: null,
  capacity: 12,
  hiddenPlace: null,
  maxCompanions: 0,
  approval: false,
  listVisibility: 'members' as const,
  questions: [],
  groupId: null,
  unlisted: false,
  ...{ quietPlace: false, leaveWhenever: false, noIntroductions: false, goodForNewcomers: false },
}

test('an event is shown at the wall time of its place', () => {
  expect(formValues(event)).toMatchObject({
    ...{ day: '2026-05-07', start: '18:30', end: '21:00' },
    ...{ where: 'address', lat: '43.55', lng: '7.01', capacity: '12', price: '', spaceId: '', onlineUrl: '' },
  })
})

test.each([
  [{ spaceId: 'x' }, 'space'],
  [{ lat: null, lng: null, onlineUrl: 'https://meet.example.org' }, 'online'],
])('where it is: %o is %s', (place, where) => {
  expect(formValues({ ...event, ...place }).where).toBe(where)
})

test.each([
  ['a past Thursday, on a Wednesday', event, '2026-05-21'],
  [
    'one to come, a week later',
    { ...event, ...at('2026-05-28T16:30:00Z', '2026-05-28T19:00:00Z') },
    '2026-06-04',
  ],
  [
    'this morning’s, next week',
    { ...event, ...at('2026-05-20T06:30:00Z', '2026-05-20T08:00:00Z') },
    '2026-05-27',
  ],
  [
    'last week’s of this morning, next week',
    { ...event, ...at('2026-05-13T06:30:00Z', '2026-05-13T08:00:00Z') },
    '2026-05-27',
  ],
  [
    'last week’s of this evening, today',
    { ...event, ...at('2026-05-13T16:30:00Z', '2026-05-13T18:00:00Z') },
    '2026-05-20',
  ],
  [
    'a winter’s, at the same wall time',
    { ...event, ...at('2026-01-15T17:30:00Z', '2026-01-15T20:00:00Z') },
    '2026-05-21',
  ],
])('again: %s', (_which, original, day) => {
  expect(duplicateValues(original, now)).toMatchObject({ day })
})

test('again keeps the wall time across a change of the clocks', () => {
  const winter = { ...event, ...at('2026-01-15T17:30:00Z', '2026-01-15T20:00:00Z') }
  expect(duplicateValues(winter, now)).toMatchObject({ start: '18:30', end: '21:00' })
})

test('what was typed comes back by the URL, as much as fits', () => {
  const typed = {
    kind: 'lunch',
    day: '2026-05-21',
    city: 'Cannes',
    welcome: 'x'.repeat(2000),
    $ACTION: 'x',
    title: '',
  }
  const path = pathWithValues('/fr/host/new', typed)
  expect(path).toBe('/fr/host/new?kind=lunch&day=2026-05-21&city=Cannes')
  expect(valuesFromQuery(Object.fromEntries(new URLSearchParams(path.split('?')[1])))).toEqual({
    ...{ kind: 'lunch', day: '2026-05-21', city: 'Cannes' },
  })
  expect(pathWithValues('/fr/host/new', {})).toBe('/fr/host/new')
})

test('a URL says nothing but fields of the form, each once', () => {
  expect(
    valuesFromQuery({ kind: ['lunch', 'afterwork'], id: 'x', day: undefined, title: 'y'.repeat(3000) }),
  ).toEqual({
    ...{ kind: 'afterwork', title: 'y'.repeat(2000) },
  })
})

test('a chosen space shows where it is, under names of its own; an unknown one is not chosen', () => {
  const space = { name: 'La Bulle', street: '2 rue d’Exemple', city: 'Cannes', timeZone: 'Europe/Paris' }
  expect(spaceValues(space)).toEqual({
    ...{
      spaceName: 'La Bulle',
      spaceStreet: '2 rue d’Exemple',
      spaceCity: 'Cannes',
      spaceZone: 'Europe/Paris',
    },
  })
  expect(spaceValues(null)).toEqual({ spaceId: '' })
})

test('a series stands once, under its first date, and outings of their own stay apart', () => {
  const event = (id: string, seriesId: string | null) => ({ id, seriesId })
  const [a, b, c, d] = [event('a', 's'), event('b', null), event('c', 's'), event('d', null)]
  expect(bySeries([a, b, c, d].filter((one) => one !== undefined))).toEqual([
    { first: a, others: [c] },
    { first: b, others: [] },
    { first: d, others: [] },
  ])
})
