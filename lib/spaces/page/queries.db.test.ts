import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { db } from '@/lib/db'
import { makeFreelancer, makeSpace } from '@/lib/testing/makers'
import { spaceOfAlias, spacePage } from './queries'

// A Wednesday, 10 h in Cannes.
const now = new Date('2027-03-10T09:00:00Z')

test('a space has a page; an id that is none, or of nothing, has not', async () => {
  const made = await makeSpace({ name: 'Café de l’Œuf', openingHours: null })
  const page = await spacePage(made.id, now)
  expect(page).toMatchObject({
    ...{ slug: 'cafe-de-l-oeuf', openState: { state: 'unknown', changesAt: null }, week: null },
    ...{ told: [], owned: false, sources: [], photos: [] },
  })
  for (const none of [randomUUID(), "1' OR 1"]) {
    expect(await spacePage(none, now)).toBeNull()
    expect(await spaceOfAlias(none)).toBeNull()
  }
})

test('it says who says what, who keeps it, and shows its pictures in their order', async () => {
  const owner = await makeFreelancer()
  const { id } = await makeSpace({
    provenance: { name: 'osm', sockets: 'people' },
    owners: { create: { freelancerId: owner.id } },
    photos: {
      create: [
        { url: 'https://example.org/2.jpg', alt: 'La cour', position: 1 },
        { url: 'https://example.org/1.jpg', alt: 'La salle', position: 0 },
      ],
    },
  })
  const page = await spacePage(id, now)
  expect(page?.told.map(({ by }) => by)).toEqual(['people', 'osm'])
  expect(page?.photos.map(({ alt }) => alt)).toEqual(['La salle', 'La cour'])
  expect(page?.owned).toBe(true)
  expect(JSON.stringify(page)).not.toContain(owner.id)
})

test('what closed for good keeps its page, without hours', async () => {
  const { id } = await makeSpace({
    openingHours: '24/7',
    hoursText: 'toujours',
    closedOn: new Date('2027-01-31'),
  })
  expect(await spacePage(id, now)).toMatchObject({
    ...{ closedOn: new Date('2027-01-31'), openState: { state: 'unknown' } },
    ...{ openingHours: null, hoursText: null, week: null },
  })
})

test('the id of a double leads to the one that was kept', async () => {
  const kept = await makeSpace({ name: 'La Bulle' })
  const gone = randomUUID()
  await db.spaceAlias.create({ data: { id: gone, spaceId: kept.id } })
  expect(await spaceOfAlias(gone)).toEqual({ id: kept.id, slug: 'la-bulle' })
})
