import { beforeEach, expect, it } from 'vitest'
import type { Actor } from '@/lib/accounts/schema'
import { now } from '@/lib/clock'
import { db } from '@/lib/db'
import { writeSpaces } from '@/lib/imports/spaces/commands'
import { factsOf } from '@/lib/imports/spaces/rules'
import { spaceToEdit } from '@/lib/spaces/edits/queries'
import { formValues } from '@/lib/spaces/edits/rules'
import { observe } from '@/lib/spaces/observations/commands'
import { addOwner } from '@/lib/spaces/owners/commands'
import { spacePage } from '@/lib/spaces/page/queries'
import { makeFreelancer, makeSpace, toActor } from '@/lib/testing/makers'
import { keepSpace, offerTrial, undoKept } from './commands'
import { keeping } from './queries'
import { keepSpaceSchema } from './schema'

beforeEach(async () => {
  await db.rateLimit.deleteMany()
})

const person = async () => toActor(await makeFreelancer())
async function ownerOf(spaceId: string): Promise<Actor> {
  const owner = await person()
  await db.$transaction((tx) => addOwner(tx, { spaceId, freelancerId: owner.id }, '', now()))
  return owner
}

/** The form as it was opened, with what the owner typed. */
async function opened(spaceId: string) {
  const space = await spaceToEdit(spaceId)
  if (!space) throw new Error('no such space')
  const values = formValues(space)
  return (typed: Record<string, string | string[]>) =>
    keepSpaceSchema.parse({ ...values, ...typed, spaceId, seen: JSON.stringify(values) })
}

const page = async (id: string) => {
  const found = await spacePage(id, now())
  if (!found) throw new Error('no page')
  return found
}
const today = () => `${now().toISOString().slice(0, 10)}T00:00:00.000Z`

it('what the owner saves is on the page at once, as theirs, and confirmed today', async () => {
  const space = await makeSpace({ confirmedOn: new Date('2019-01-01') })
  const owner = await ownerOf(space.id)
  const form = await opened(space.id)
  const saved = await keepSpace(owner, form({ priceDay: '18,50', hours: 'Du lundi au vendredi de 9h à 18h' }))
  expect(saved).toEqual({ ok: true, value: { changed: true } })
  expect(await page(space.id)).toMatchObject({
    ...{ priceDay: 1850, openingHours: 'Mo-Fr 09:00-18:00', owned: true, stale: false },
    told: [{ by: 'owner', topics: ['hours', 'price'] }],
  })
  expect((await page(space.id)).confirmedOn?.toISOString()).toBe(today())
})

it('saving what the page says already changes nothing, and confirms it', async () => {
  const space = await makeSpace({ priceDay: 1800, provenance: { priceDay: 'osm' } })
  const owner = await ownerOf(space.id)
  const form = await opened(space.id)
  expect(await keepSpace(owner, form({}))).toEqual({ ok: true, value: { changed: false } })
  expect((await page(space.id)).told).toEqual([{ by: 'osm', topics: ['price'] }])
  expect((await page(space.id)).confirmedOn?.toISOString()).toBe(today())
  expect(await db.spaceCorrection.count({ where: { spaceId: space.id } })).toBe(0)
})

it('two owners with the form open at once: each one’s changes stand', async () => {
  const space = await makeSpace()
  const [ana, bob] = [await ownerOf(space.id), await ownerOf(space.id)]
  const [hers, his] = [await opened(space.id), await opened(space.id)]
  await Promise.all([keepSpace(ana, hers({ priceDay: '20' })), keepSpace(bob, his({ coffee: 'yes' }))])
  expect(await page(space.id)).toMatchObject({ priceDay: 2000, coffee: true })
})

it('what people there tapped stands over the owner’s word; where nobody did, theirs holds until somebody does', async () => {
  const space = await makeSpace()
  const [owner, guest] = [await ownerOf(space.id), await person()]
  await observe(guest, { spaceId: space.id, topic: 'noise', value: 2 })
  const form = await opened(space.id)
  await keepSpace(owner, form({ noise: 'quiet', sockets: 'plenty' }))
  expect(await page(space.id)).toMatchObject({ noise: 'loud', sockets: 'plenty' })
  expect((await keeping(space.id, owner))?.tapped).toEqual(['noise'])
  await observe(guest, { spaceId: space.id, topic: 'sockets', value: 0 })
  expect((await page(space.id)).sockets).toBe('none')
})

it('no import overwrites it, and the last change is taken back whole, one after the other', async () => {
  const tags = { phone: '1', 'addr:city': 'Cannes' }
  const desk = (phone: string) => ({
    ...{ externalId: 'node/77', hash: phone, point: { lat: 43.5, lng: 7 }, timeZone: 'Europe/Paris' },
    ...{ approximate: false, facts: factsOf('coworking', 'La Ruche', { ...tags, phone }), tags },
  })
  const source = { source: 'osm', licence: '' }
  await writeSpaces(source, [desk('1')], { now: now() })
  const { spaceId } = await db.spaceSource.findFirstOrThrow({ where: { externalId: 'node/77' } })
  const owner = await ownerOf(spaceId)
  await keepSpace(owner, (await opened(spaceId))({ phone: '02', priceDay: '10' }))
  await keepSpace(owner, (await opened(spaceId))({ priceDay: '12' }))
  await writeSpaces(source, [desk('3')], { now: now() })
  expect(await page(spaceId)).toMatchObject({ phone: '02', priceDay: 1200 })
  expect((await undoKept(owner, { spaceId })).ok).toBe(true)
  expect(await page(spaceId)).toMatchObject({ phone: '02', priceDay: 1000 })
  expect((await undoKept(owner, { spaceId })).ok).toBe(true)
  // The source has its say again.
  expect(await page(spaceId)).toMatchObject({ phone: '3', priceDay: null })
  expect(await undoKept(owner, { spaceId })).toEqual({ ok: false, reason: 'undo_nothing' })
  expect((await keeping(spaceId, owner))?.last).toBeNull()
})

it('is for those who keep the place alone, and ends with that', async () => {
  const space = await makeSpace()
  const [owner, eve] = [await ownerOf(space.id), await person()]
  const no = { ok: false, reason: 'place_not_yours' }
  const form = (await opened(space.id))({ priceDay: '1' })
  expect(await keepSpace(eve, form)).toEqual(no)
  expect(await undoKept(eve, { spaceId: space.id })).toEqual(no)
  expect(await offerTrial(eve, { spaceId: space.id, trialDay: true, trialNote: '' })).toEqual(no)
  expect(await keeping(space.id, eve)).toBeNull()
  expect((await offerTrial(owner, { spaceId: space.id, trialDay: true, trialNote: 'Venez.' })).ok).toBe(true)
  await db.spaceOwner.deleteMany({ where: { spaceId: space.id } })
  expect(await keepSpace(owner, form)).toEqual(no)
  expect(await page(space.id)).toMatchObject({ priceDay: null, trialDay: true, trialNote: 'Venez.' })
})
