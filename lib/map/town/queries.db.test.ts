import { expect, it } from 'vitest'
import { now } from '@/lib/clock'
import { db } from '@/lib/db'
import { makeEvent, makeFreelancer, makeSpace } from '@/lib/testing/makers'
import { wishCell } from '@/lib/wishes/rules'
import { townPage } from './queries'

/** Brioude, and a place 8 and 12 km north of it. */
const TOWN = { lat: 45.2942, lng: 3.3858 }
const north = (km: number) => ({ ...TOWN, lat: TOWN.lat + km / 111.2 })

it('says of a town what is on, where to work and how many would come, within ten kilometres', async () => {
  await makeSpace({ name: 'Le Central', ...TOWN })
  await makeSpace({ name: 'Loin', ...north(12) })
  const event = await makeEvent({ title: 'Café', ...north(8) })
  await makeEvent({ title: 'Trop loin', ...north(12) })
  await makeEvent({ title: 'Brouillon', ...TOWN, status: 'draft' })
  const { id: freelancerId } = await makeFreelancer({ name: 'Ana' })
  const { lat: cellLat, lng: cellLng } = wishCell(TOWN)
  await db.wish.create({ data: { freelancerId, cellLat, cellLng, halfDays: 1, wishedAt: now() } })
  const page = await townPage('brioude', null, now())
  expect(page?.town).toMatchObject({ name: 'Brioude', region: 'Haute-Loire' })
  expect(page?.events.map(({ title }) => title)).toEqual([event.title])
  expect(page?.spaces.map(({ name }) => name)).toEqual(['Le Central'])
  expect(page?.wishes).toMatchObject({ count: 1, mine: null })
  expect(JSON.stringify(page)).not.toContain(freelancerId)
})

it('knows no page of a town that does not exist', async () => {
  expect(await townPage('zzyzx-les-bains', null, now())).toBeNull()
})
