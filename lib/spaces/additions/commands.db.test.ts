import { describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/accounts/schema'
import { now } from '@/lib/clock'
import { db } from '@/lib/db'
import { writeSpaces } from '@/lib/imports/spaces/commands'
import { factsOf } from '@/lib/imports/spaces/rules'
import { decideCorrection, undoCorrection, withdrawCorrection } from '@/lib/spaces/corrections/commands'
import { makeEvent, makeFreelancer, makeSpace, toActor } from '@/lib/testing/makers'
import { instanceSetting } from '@/lib/testing/settings'
import { addSpace } from './commands'
import { likelyDoubles, pointOf } from './queries'
import { additionSchema } from './schema'

instanceSetting('ADMIN_EMAILS', 'ada@example.org')

const person = async (): Promise<Actor> => toActor(await makeFreelancer())
const add = async (actor: Actor, form: Record<string, unknown>) =>
  addSpace(actor, additionSchema.parse({ kind: 'cafe', ...form }))

async function added(actor: Actor, form: Record<string, unknown>): Promise<string> {
  const result = await add(actor, form)
  if (!result.ok || 'doubles' in result.value) throw new Error(JSON.stringify(result))
  return result.value.id
}

let north = -70
/** Somewhere that no other test of this file looks at, as a form sends it and as rows hold it. */
function somewhere() {
  north += 0.5
  return { at: { lat: north, lng: 12.5 }, position: `${north.toFixed(5)}, 12.50000` }
}

const correctionOf = (spaceId: string) => db.spaceCorrection.findFirstOrThrow({ where: { spaceId } })

describe('a place that somebody adds', () => {
  it('is on the map at once, in the name of the people', async () => {
    const { position, at } = somewhere()
    const id = await added(await person(), {
      ...{ name: 'Le Zinc', position, hours: 'lundi au vendredi 8h-19h', coffee: 'yes', phone: '' },
      ...{ city: 'Nulleville', payment: ['', 'cash'], currency: 'EUR' },
    })
    const space = await db.space.findUniqueOrThrow({ where: { id } })
    expect(space).toMatchObject({
      ...{ name: 'Le Zinc', kind: 'cafe', ...at, approximate: false, openingHours: 'Mo-Fr 08:00-19:00' },
      ...{ coffee: true, phone: null, city: 'Nulleville', payment: ['cash'] },
    })
    expect(space.provenance).toMatchObject({ name: 'people', lat: 'people', openingHours: 'people' })
    for (const unsaid of ['phone', 'currency']) expect(space.provenance).not.toHaveProperty(unsaid)
    expect(await correctionOf(id)).toMatchObject({ adds: true, status: 'pending' })
  })

  it('stands in its town until somebody knows better, and says so', async () => {
    const id = await added(await person(), { name: 'Café sans adresse', postcode: '48000', city: 'Mende' })
    const space = await db.space.findUniqueOrThrow({ where: { id } })
    expect(space).toMatchObject({ approximate: true, city: 'Mende', country: 'FR', timeZone: 'Europe/Paris' })
    expect(space.provenance).not.toHaveProperty('lat')
    const ana = await person()
    expect(await add(ana, { name: 'Nulle part' })).toEqual({ ok: false, reason: 'place_required' })
    expect(await add(ana, { name: 'Nulle part', city: 'Xyzzyville-lès-Zork' })).toEqual({
      ...{ ok: false, reason: 'town_unknown' },
    })
  })

  it('is asked about first where it may be one that is there, and compared by an administrator where it is not', async () => {
    const { at, position } = somewhere()
    const there = await makeSpace({ name: 'La Ruche', kind: 'cafe', ...at })
    const ana = await person()
    const asked = await add(ana, { name: 'la ruche', position })
    expect(asked).toMatchObject({ ok: true, value: { doubles: [{ id: there.id, name: 'La Ruche' }] } })
    expect(await db.space.count({ where: { ...at } })).toBe(1)
    const id = await added(ana, { name: 'la ruche', position, different: there.id })
    expect(
      await db.spaceDouble.findMany({ where: { OR: [{ firstId: id }, { secondId: id }] } }),
    ).toMatchObject([{ status: 'open' }])
  })

  it('is made once of two who add it at once', async () => {
    const { at, position } = somewhere()
    const form = { name: 'Le Phare', position, street: '1 quai du Port', city: 'Nulleville' }
    const both = await Promise.all([add(await person(), form), add(await person(), form)])
    expect(both.filter((one) => one.ok && 'doubles' in one.value)).toHaveLength(1)
    expect(await db.space.count({ where: at })).toBe(1)
  })

  it('has a measure a day', async () => {
    const ana = await person()
    for (let i = 0; i < 20; i++) await added(ana, { name: `Numéro ${i}`, position: somewhere().position })
    expect(await add(ana, { name: 'Encore', position: somewhere().position })).toEqual({
      ...{ ok: false, reason: 'too_many_places' },
    })
  })
})

it('finds by name alone what may stand anywhere in a town, and by the importer’s rules around a point', async () => {
  const stands = await pointOf(null, { postcode: '48000', city: 'Mende' })
  if (!stands) throw new Error('Mende is not in the gazetteer')
  const { point } = stands
  // A kilometre off the middle of the town.
  const space = await makeSpace({
    name: 'Le Petit Atelier',
    city: 'Mende',
    lat: point.lat + 0.009,
    lng: point.lng,
  })
  const sketch = {
    name: 'petit atelier',
    kind: 'coworking' as const,
    street: '',
    postcode: '48000',
    city: 'Mende',
  }
  const found = await likelyDoubles({ ...sketch, point, approximate: true })
  expect(found.map(({ id }) => id)).toEqual([space.id])
  expect(await likelyDoubles({ ...sketch, point, approximate: false })).toEqual([])
  expect(await likelyDoubles({ ...sketch, name: 'Autre chose', point, approximate: true })).toEqual([])
  await db.space.update({ where: { id: space.id }, data: { closedOn: now() } })
  expect(await likelyDoubles({ ...sketch, point, approximate: true })).toEqual([])
})

describe('later', () => {
  it('an import that brings it becomes one with it, and overwrites nothing that was said', async () => {
    const { at, position } = somewhere()
    const id = await added(await person(), { name: 'La Verrière', position, phone: '1', kind: 'coworking' })
    const facts = factsOf('coworking', 'La Verrière', { phone: '2', website: 'verriere.example' })
    const row = {
      externalId: `node/v${north}`,
      hash: '1',
      point: at,
      timeZone: 'Europe/Paris',
      approximate: false,
    }
    const written = await writeSpaces({ source: 'osm', licence: '' }, [{ ...row, facts, tags: {} }], {
      now: now(),
    })
    expect(written).toMatchObject({ merged: 1, created: 0 })
    expect(await db.space.findUniqueOrThrow({ where: { id } })).toMatchObject({
      ...{ phone: '1', website: 'https://verriere.example' },
      provenance: { phone: 'people', name: 'people', website: 'osm' },
    })
    const ada = { ...(await person()), email: 'ada@example.org' }
    expect(await decideCorrection(ada, (await correctionOf(id)).id, 'refuse')).toEqual({
      ...{ ok: false, reason: 'place_in_use' },
    })
  })

  it('an administrator keeps it or takes it off the map; its author sees what became of it', async () => {
    const [ana, ada] = [await person(), { ...(await person()), email: 'ada@example.org' }]
    const id = await added(ana, { name: 'Chez moi', position: somewhere().position })
    const correction = await correctionOf(id)
    expect(await decideCorrection(ana, correction.id, 'apply')).toEqual({
      ok: false,
      reason: 'correction_unknown',
    })
    await decideCorrection(ada, correction.id, 'apply')
    expect(await undoCorrection(ada, correction.id)).toEqual({ ok: true, value: undefined })
    expect(await db.space.count({ where: { id } })).toBe(0)
    expect(await db.spaceCorrection.findUniqueOrThrow({ where: { id: correction.id } })).toMatchObject({
      ...{ spaceId: null, status: 'undone', authorId: ana.id, changes: { name: 'Chez moi' } },
    })
  })

  it('its author takes it back while nobody has looked and nobody meets there', async () => {
    const ana = await person()
    const id = await added(ana, { name: 'Trop vite', position: somewhere().position })
    const { id: word } = await correctionOf(id)
    const event = await makeEvent({ spaceId: id })
    expect(await withdrawCorrection(ana, word)).toEqual({ ok: false, reason: 'place_in_use' })
    await db.event.delete({ where: { id: event.id } })
    expect(await withdrawCorrection(ana, word)).toEqual({ ok: true, value: undefined })
    expect([
      await db.space.count({ where: { id } }),
      await db.spaceCorrection.count({ where: { id: word } }),
    ]).toEqual([0, 0])
  })
})
