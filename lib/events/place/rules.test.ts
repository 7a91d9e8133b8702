import { expect, it } from 'vitest'
import { distance } from '@/lib/geo/distance'
import { hidden, revealed } from './rules'

const home = {
  ...{ spaceId: null, placeName: 'Chez Léa', address: '5 rue du Port', city: 'Cannes', onlineUrl: null },
  ...{ lat: 43.5512, lng: 7.0128 },
}

it('a hidden place says its town and a cell of about a kilometre, and nothing that leads to the door', () => {
  const { hiddenPlace: _, ...shown } = hidden(home)
  expect(JSON.stringify(shown)).not.toMatch(/Léa|Port|43\.5512|7\.0128/)
  expect(shown.city).toBe('Cannes')
  expect(distance(home, { lat: shown.lat ?? 0, lng: shown.lng ?? 0 })).toBeLessThan(1000)
})

it('is whole again to those who may know', () => {
  expect(revealed(hidden(home))).toMatchObject(home)
})

it('leaves alone what is nowhere, or no secret', () => {
  expect(hidden({ ...home, lat: null, lng: null }).hiddenPlace).toBeNull()
  expect(revealed({ ...home, hiddenPlace: null })).toEqual({ ...home, hiddenPlace: null })
})
