import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { now } from '@/lib/clock'
import { makeSpace } from '@/lib/testing/makers'
import { searchSpaces, spaceById } from './queries'

const run = randomUUID().slice(0, 8)

beforeAll(async () => {
  await makeSpace({ name: `Café Élan ${run}`, city: 'Nice', street: '3 rue de la Paix' })
  await makeSpace({ name: `Bel Élan ${run}`, city: 'Cannes', postcode: '06400' })
  await makeSpace({ name: `100% ${run}`, city: 'Antibes' })
  const confirmedOn = new Date('2019-05-04')
  await makeSpace({ name: `Vigie ${run}`, city: 'Sète', confirmedOn })
  await makeSpace({ name: `La Vigie ${run}`, city: 'Sète' })
})

const found = async (text: string) =>
  (await searchSpaces(text, now())).map(({ name }) => name.replace(` ${run}`, ''))

test.each([
  ['accents and capitals aside', `ELAN ${run}`, ['Bel Élan', 'Café Élan']],
  ['by name and town', `elan nice ${run}`, ['Café Élan']],
  ['by postcode', `06400 ${run}`, ['Bel Élan']],
  ['by street', `paix ${run}`, ['Café Élan']],
  ['names that begin with it first', `café élan ${run}`, ['Café Élan']],
  ['a percent sign is a character', `% ${run}`, ['100%']],
  ['what nobody confirmed for two years last', `vigie ${run}`, ['La Vigie', 'Vigie']],
  ['nothing typed', '  ', []],
  ['nothing like it', `zzz ${run}`, []],
])('a space is found: %s', async (_how, text, names) => {
  expect(await found(text)).toEqual(names)
})

test('a space by its id, or null', async () => {
  const space = await makeSpace({ name: 'La Ruche' })
  expect(await spaceById(space.id)).toMatchObject({ name: 'La Ruche', timeZone: 'Europe/Paris' })
  expect(await spaceById(randomUUID())).toBeNull()
  expect(await spaceById('nonsense')).toBeNull()
})
