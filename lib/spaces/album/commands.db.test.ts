import { createHash } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { beforeEach, expect, it } from 'vitest'
import type { Actor } from '@/lib/accounts/schema'
import { now } from '@/lib/clock'
import { db } from '@/lib/db'
import { addOwner } from '@/lib/spaces/owners/commands'
import { makeFreelancer, makeSpace, toActor } from '@/lib/testing/makers'
import { addPhoto, movePhoto, removePhoto } from './commands'
import { albumOf } from './queries'
import { MOST_PHOTOS } from './schema'

const PNG = Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), Buffer.alloc(92)])

let folder: string
let ana: Actor
let spaceId: string
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'cafetiere-album-'))
  ana = toActor(await makeFreelancer())
  spaceId = (await makeSpace()).id
  await db.$transaction((tx) => addOwner(tx, { spaceId, freelancerId: ana.id }, '', now()))
  return () => rm(folder, { recursive: true, force: true })
})

/** A picture that is here already: no test reaches beyond this machine. */
async function kept(name: string): Promise<string> {
  const url = `https://owner.example.org/${name}.png`
  await writeFile(path.join(folder, createHash('sha256').update(url).digest('hex')), PNG)
  return url
}

const add = async (name: string, alt = name) =>
  addPhoto(ana, { spaceId, url: await kept(name), alt }, { folder })
const order = async () => (await albumOf(spaceId, ana)).map(({ alt }) => alt)
const idOf = async (alt: string) => (await albumOf(spaceId, ana)).find((one) => one.alt === alt)?.id ?? ''

it('pictures are added, put in order and taken away', async () => {
  for (const name of ['a', 'b', 'c']) expect((await add(name)).ok).toBe(true)
  expect(await order()).toEqual(['a', 'b', 'c'])
  await movePhoto(ana, { spaceId, photoId: await idOf('c'), by: -1 })
  expect(await order()).toEqual(['a', 'c', 'b'])
  await movePhoto(ana, { spaceId, photoId: await idOf('a'), by: -1 })
  await movePhoto(ana, { spaceId, photoId: await idOf('a'), by: 1 })
  expect(await order()).toEqual(['c', 'a', 'b'])
  const photoId = await idOf('a')
  await removePhoto(ana, { spaceId, photoId })
  expect((await removePhoto(ana, { spaceId, photoId })).ok).toBe(true)
  expect(await order()).toEqual(['c', 'b'])
  expect(await movePhoto(ana, { spaceId, photoId, by: 1 })).toEqual({ ok: false, reason: 'photo_gone' })
})

it('twelve at most, each once, even of two owners at once', async () => {
  for (let i = 0; i < MOST_PHOTOS - 1; i++) await add(`p${i}`)
  expect(await add('p1')).toEqual({ ok: false, reason: 'photo_twice' })
  const last = await Promise.all([add('x'), add('y')])
  expect(last.filter(({ ok }) => ok)).toHaveLength(1)
  expect(last.find(({ ok }) => !ok)).toEqual({ ok: false, reason: 'photo_many' })
})

it('what cannot be had is said, and leaves nothing', async () => {
  const url = 'https://10.0.0.1/room.png'
  expect(await addPhoto(ana, { spaceId, url, alt: 'x' }, { folder })).toEqual({
    ok: false,
    reason: 'photo_failed',
  })
  expect(await order()).toEqual([])
})

it('is for those who keep the place alone', async () => {
  await add('a')
  const photoId = await idOf('a')
  const eve = toActor(await makeFreelancer())
  const no = { ok: false, reason: 'place_not_yours' }
  expect(await addPhoto(eve, { spaceId, url: await kept('e'), alt: 'e' }, { folder })).toEqual(no)
  expect(await removePhoto(eve, { spaceId, photoId })).toEqual(no)
  expect(await movePhoto(eve, { spaceId, photoId, by: 1 })).toEqual(no)
  expect(await albumOf(spaceId, eve)).toEqual([])
  // Nor by a place of one's own.
  const other = (await makeSpace()).id
  await db.$transaction((tx) => addOwner(tx, { spaceId: other, freelancerId: eve.id }, '', now()))
  await removePhoto(eve, { spaceId: other, photoId })
  expect(await order()).toEqual(['a'])
})
