import { expect, test } from 'vitest'
import { makeFreelancer, toActor } from '@/lib/testing/makers'
import { areaCounts, peopleNear } from './queries'

const near = { lat: 43.55, lng: 7 }
const bbox = { west: 6.9, south: 43.4, east: 7.1, north: 43.7 }
const seen = (name: string, cellLng: number, values = {}) =>
  makeFreelancer({ name, visibility: 'members', cellLat: 43.55, cellLng, area: 'Cannes', ...values })

test('members see those who want to be found, nearest first, and not themselves; others see counts', async () => {
  const me = await seen('me', 7)
  await seen('near', 7.01)
  await seen('next', 7.02, { area: 'Le Cannet' })
  await seen('far', 9)
  await seen('hidden', 7.01, { visibility: 'hidden' })
  await makeFreelancer({ name: 'nowhere', visibility: 'members' })

  const asked = { bbox, near, limit: 1 }
  const first = await peopleNear(toActor(me), asked)
  const second = await peopleNear(toActor(me), { ...asked, cursor: first.next })
  expect([...first.people, ...second.people].map((person) => person.name)).toEqual(['near', 'next'])
  expect(second.next).toBeNull()
  expect(JSON.stringify(first)).not.toContain('example.org')

  expect(await areaCounts({ bbox })).toEqual([
    { area: 'Cannes', count: 2, lat: 43.55, lng: 7.005 },
    { area: 'Le Cannet', count: 1, lat: 43.55, lng: 7.02 },
  ])
})
