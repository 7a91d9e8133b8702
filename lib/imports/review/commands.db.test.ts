import { beforeEach, expect, it } from 'vitest'
import type { Actor } from '@/lib/accounts/schema'
import { db } from '@/lib/db'
import { type ImportedSpace, writeSpaces } from '@/lib/imports/spaces/commands'
import { factsOf } from '@/lib/imports/spaces/rules'
import { makeFreelancer, makeSpace, toActor } from '@/lib/testing/makers'
import { instanceSetting } from '@/lib/testing/settings'
import { tellApart, uniteSpaces } from './commands'
import { doubtfulPairs } from './queries'

instanceSetting('ADMIN_EMAILS', 'ada@example.org')

const now = new Date('2026-11-24T08:00:00Z')
beforeEach(() => db.space.deleteMany())

const stranger = async (): Promise<Actor> => toActor(await makeFreelancer())
const ada = async (): Promise<Actor> => ({ ...(await stranger()), email: 'ada@example.org' })

const ruche = (lat: number, tags: Record<string, string> = {}): ImportedSpace => {
  const address = { 'addr:housenumber': '36', 'addr:street': 'rue du Port', 'addr:postcode': '33000' }
  const facts = factsOf('coworking', 'La Ruche', { ...address, ...tags })
  return {
    externalId: 'a',
    hash: '',
    point: { lat, lng: 1 },
    timeZone: 'Europe/Paris',
    approximate: false,
    facts,
    tags,
  }
}

/** One place at an address, and one of its name at the same address two kilometres on. */
async function doubtful() {
  await writeSpaces({ source: 'osm', licence: '' }, [ruche(45, { phone: '1' })], { now })
  await writeSpaces({ source: 'aix', licence: '' }, [ruche(45.02, { phone: '2', email: 'a@example.org' })], {
    now,
  })
  const { pairs } = await doubtfulPairs(await ada(), 10)
  const [pair] = pairs
  if (!pair || pairs.length > 1) throw new Error(`${pairs.length} pairs`)
  return pair
}

it('shows what to compare, to administrators alone', async () => {
  const pair = await doubtful()
  expect(pair.metres).toBeGreaterThan(2000)
  expect(pair.spaces.map(({ name, sources }) => [name, ...sources]).sort()).toEqual([
    ['La Ruche', 'aix'],
    ['La Ruche', 'osm'],
  ])
  expect(await doubtfulPairs(await stranger(), 10)).toEqual({ pairs: [], total: 0 })
})

it('makes one of two: facts of both sources, words of people of both, and the address of the other leads there', async () => {
  const { spaces } = await doubtful()
  const [keep, other] = spaces
  await db.space.update({ where: { id: keep.id }, data: { noise: 'quiet', provenance: { noise: 'people' } } })
  await db.space.update({
    where: { id: other.id },
    data: { noise: 'loud', coffee: true, provenance: { noise: 'people', coffee: 'owner', name: 'aix' } },
  })
  expect(await uniteSpaces(await stranger(), keep.id, other.id)).toEqual({ ok: false, reason: 'forbidden' })
  expect(await uniteSpaces(await ada(), keep.id, other.id)).toEqual({ ok: true, value: undefined })
  const [space, ...rest] = await db.space.findMany({ include: { aliases: true } })
  expect(rest).toEqual([])
  expect(space).toMatchObject({
    id: keep.id,
    phone: '1',
    email: 'a@example.org',
    noise: 'quiet',
    coffee: true,
  })
  expect(space?.provenance).toMatchObject({ phone: 'osm', email: 'aix', noise: 'people', coffee: 'owner' })
  expect(space?.aliases.map(({ id }) => id)).toEqual([other.id])
  expect(await uniteSpaces(await ada(), keep.id, other.id)).toEqual({ ok: false, reason: 'unknown' })
})

it('two stay two, are not asked about again, unless somebody thinks better of it', async () => {
  const { spaces } = await doubtful()
  const ids = [spaces[1].id, spaces[0].id] as const
  expect(await tellApart(await stranger(), ids)).toEqual({ ok: false, reason: 'forbidden' })
  expect(await tellApart(await ada(), ids)).toEqual({ ok: true, value: undefined })
  expect(await doubtfulPairs(await ada(), 10)).toEqual({ pairs: [], total: 0 })
  await writeSpaces({ source: 'aix', licence: '' }, [ruche(45.02, { phone: '2', email: 'a@example.org' })], {
    now,
  })
  expect(await db.spaceDouble.count()).toBe(1)
  await tellApart(await ada(), ids, 'open')
  expect((await doubtfulPairs(await ada(), 10)).total).toBe(1)
  const third = await makeSpace({ name: 'Le Phare' })
  expect(await tellApart(await ada(), [ids[0], third.id])).toEqual({ ok: false, reason: 'unknown' })
})
