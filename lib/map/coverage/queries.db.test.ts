import { expect, it } from 'vitest'
import { now } from '@/lib/clock'
import { db } from '@/lib/db'
import { makeHomeTable } from '@/lib/testing/homes'
import { makeEvent, makeSpace } from '@/lib/testing/makers'
import { countingStatements } from '@/lib/testing/statements'
import { coverage } from './queries'

const after = (minutes: number) => new Date(now().getTime() + minutes * 60_000)
const figures = async (at: Date) =>
  (await coverage(at)).map(({ slug, spaces, events }) => ({ slug, spaces, events }))

it('counts what each town has by one query, and asks again when that is old', async () => {
  const changed = new Date('2026-11-20T08:00:00Z')
  // Nearer to Vanves than to the middle of Paris.
  await makeSpace({ name: 'Porte', city: 'PARIS 15', lat: 48.832, lng: 2.289, updatedAt: changed })
  await makeSpace({ name: 'Centre', city: 'Paris', lat: 48.857, lng: 2.352 })
  await makeSpace({ name: 'Sans ville', city: '', lat: 46.1713, lng: 1.8718, updatedAt: changed })
  await makeSpace({ name: 'Fermé', city: 'Lille', lat: 50.63, lng: 3.06, closedOn: changed })
  await makeSpace({ name: 'Chez Ana', city: 'Lyon', kind: 'home_table', lat: 45.76, lng: 4.83 })
  await makeEvent({ title: 'Café', city: 'Guéret', lat: 46.17, lng: 1.87 })
  await makeEvent({ title: 'Caché', city: 'Brest', lat: 48.39, lng: -4.48, unlisted: true })
  await makeHomeTable({ lat: 47.2, lng: -1.55 })
  await db.$executeRaw`UPDATE events SET updated_at = ${changed}`

  const [first, asked] = await countingStatements(() => coverage(now()))
  expect(asked).toBe(1)
  expect(first.map(({ slug, spaces, events }) => ({ slug, spaces, events }))).toEqual([
    { slug: 'gueret', spaces: 1, events: 1 },
    { slug: 'paris', spaces: 2, events: 0 },
  ])
  expect(first[0]?.changed).toEqual(changed)

  await makeSpace({ name: 'Nouveau', city: 'Cannes' })
  const [, again] = await countingStatements(() => figures(after(9)))
  expect(again).toBe(0)
  // Old, but good enough while a new answer is made.
  expect(await figures(after(30))).toHaveLength(2)
  await expect.poll(() => figures(after(31)), { timeout: 30_000 }).toHaveLength(3)
  // Too old: one waits.
  await makeSpace({ name: 'Plus loin', city: 'Nice', lat: 43.7, lng: 7.26 })
  expect(await figures(after(300))).toHaveLength(4)
}, 60_000)
