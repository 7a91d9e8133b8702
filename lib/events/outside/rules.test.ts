import { expect, test } from 'vitest'
import { type Activity, outsideTrade } from './rules'

const me = { trade: 'Traductrice', interests: ['salsa', 'pêche'] }
const activity = (id: string, values: Partial<Activity> = {}): Activity => ({
  ...{ id, words: '', comers: [], distance: 1000, startsAt: new Date('2026-12-01T18:00:00Z') },
  ...values,
})
const order = (...activities: Activity[]) => outsideTrade(activities, me).map(({ id }) => id)

test('an interest of one’s own, then people who share one, then other trades, then near, then soon', () => {
  const peers = [{ trade: 'TRADUCTRICE', interests: [] }]
  const others = [
    { trade: 'Photographe', interests: [] },
    { trade: 'Comptable', interests: [] },
  ]
  expect(
    order(
      activity('late', { startsAt: new Date('2026-12-02T18:00:00Z') }),
      activity('soon'),
      activity('near', { distance: 10 }),
      activity('same trade', { comers: peers, distance: 20 }),
      activity('other trades', { comers: others, distance: 30_000 }),
      activity('shared', { comers: [{ trade: '', interests: ['Peche'] }] }),
      activity('about', { words: 'Soirée SALSA pour débuter', distance: 40_000 }),
      activity('somewhere', { distance: null, startsAt: new Date('2026-11-30T18:00:00Z') }),
    ),
  ).toEqual(['about', 'shared', 'other trades', 'near', 'same trade', 'soon', 'late', 'somewhere'])
})

test('says why: the interest as one spells it, and how many other trades', () => {
  const comers = [
    { trade: 'Photographe', interests: [] },
    { trade: 'photographe', interests: [] },
    { trade: 'Traductrice', interests: ['PÊCHE'] },
    { trade: '', interests: [] },
  ]
  expect(outsideTrade([activity('a', { comers })], me)).toEqual([
    { id: 'a', interest: 'pêche', otherTrades: 1 },
  ])
  expect(outsideTrade([activity('a')], { trade: '', interests: [] })).toEqual([
    { id: 'a', interest: null, otherTrades: 0 },
  ])
})

test('words are words: no "art" in "partage"; a plural counts; what people type is no pattern', () => {
  const about = (words: string, interest: string) =>
    outsideTrade([activity('a', { words })], { trade: '', interests: [interest] })[0]?.interest
  expect(about('Un moment de partage', 'art')).toBeNull()
  expect(about('Jeux de société', 'jeux de société')).toBe('jeux de société')
  expect(about('Échecs et randonnées', 'randonnée')).toBe('randonnée')
  expect(about('aaaa', 'a+')).toBeNull()
})
