import { expect, it } from 'vitest'
import { bestOf, grouped, isAddress, isSpot, isUnknown, stillFitting, townLikeness, viewOf } from './rules'
import type { Hit, HitType } from './schema'

it.each<[string, boolean]>([
  ['12 rue d’Antibes', true],
  ['3bis quai Saint-Pierre', true],
  ['avenue Foch', true],
  ['12 an', false],
  ['06400 Cannes', false],
  ['cannes 06400', false],
  ['rue', false],
  ['la ruche', false],
])('%j is an address: %s', (text, is) => expect(isAddress(text)).toBe(is))

it('asks outside for what we do not know, and for nothing else', () => {
  expect(isUnknown('12 rue d’Antibes, Cannes', { town: false, likeness: 0 })).toBe(true)
  expect(isUnknown('12 rue d’Antibes, Cannes', { town: false, likeness: 1 })).toBe(false)
  expect(isUnknown('cannes', { town: true, likeness: 0 })).toBe(false)
  expect(isUnknown('tour eiffel', { town: false, likeness: 0 })).toBe(true)
  expect(isUnknown('coworkng', { town: false, likeness: 0.65 })).toBe(false)
  expect(isUnknown('tou', { town: false, likeness: 0 })).toBe(false)
})

const town = (title: string, note = ''): Hit => ({ type: 'town', id: title, title, note, lat: 1, lng: 2 })
const event: Hit = {
  ...{ type: 'event', id: 'e', title: 'E-café', note: '', lat: null, lng: null, kind: 'e_coffee' },
  ...{
    href: '/events/e/e',
    startsAt: '2026-12-01T09:00:00Z',
    endsAt: '2026-12-01T10:00:00Z',
    timeZone: 'Europe/Paris',
  },
}
const none = { likeness: 0, hits: [] }
const found = (values: Partial<Record<HitType, { likeness: number; hits: Hit[] }>>) =>
  grouped({ town: none, address: none, space: none, event: none, ...values })

it('puts the likeliest kind first, and leaves out what is empty', () => {
  const towns = { likeness: 1, hits: [town('Cannes')] }
  expect(found({ town: towns, event: { likeness: 1, hits: [event] } }).map(({ type }) => type)).toEqual([
    'town',
    'event',
  ])
  expect(found({ town: towns, event: { likeness: 1.2, hits: [event] } }).map(({ type }) => type)).toEqual([
    'event',
    'town',
  ])
  expect(found({})).toEqual([])
})

it('tells a town’s name from its beginning, and both from a guess', () => {
  const order = [townLikeness('cannes', 'Cannes', true), townLikeness('cann', 'Cannes', true)]
  order.push(
    townLikeness('antipolis', 'Sophia Antipolis', true),
    townLikeness('gare de Cannes', 'Cannes', false),
  )
  order.push(townLikeness('canes', 'Cannes', false))
  expect(order).toEqual(order.toSorted((a, b) => b - a))
  expect(townLikeness('06400', 'Cannes', true)).toBe(1.3)
  expect(townLikeness('londres', 'London', true)).toBe(1)
  expect(townLikeness('bule', 'Burgas', true)).toBeLessThan(townLikeness('bule', 'Bulle', false))
})

it('keeps of an earlier answer what answers the text of now', () => {
  const groups = found({ town: { likeness: 1, hits: [town('Cannes', '06400'), town('Candé')] } })
  expect(stillFitting(groups, 'cann')[0]?.hits.map(({ title }) => title)).toEqual(['Cannes'])
  expect(stillFitting(groups, '0640')[0]?.hits.map(({ title }) => title)).toEqual(['Cannes'])
  expect(stillFitting(groups, 'nice')).toEqual([])
})

it('looks where the best hit is, if it has a place', () => {
  const groups = found({
    event: { likeness: 1.3, hits: [event] },
    town: { likeness: 1, hits: [town('Cannes')] },
  })
  expect(bestOf({ groups })).toBe(event)
  expect(bestOf({ groups: [] })).toBeNull()
  expect(viewOf(event)).toBeNull()
  expect(viewOf(town('Cannes'))).toEqual({ lat: 1, lng: 2, zoom: 13 })
  expect([isSpot(event), isSpot(town('Cannes'))]).toEqual([false, true])
})
