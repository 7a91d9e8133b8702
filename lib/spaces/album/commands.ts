import type { Actor } from '@/lib/accounts/schema'
import { now } from '@/lib/clock'
import { db, type Transaction } from '@/lib/db'
import { isUniqueViolation } from '@/lib/db-errors'
import { takeToken } from '@/lib/limits/commands'
import { ok, type Result, refuse } from '@/lib/result'
import { keeps } from '@/lib/spaces/owners/queries'
import { openPhoto, type PhotoPlace } from '@/lib/spaces/photos/commands'
import { MOST_PHOTOS } from './schema'

/** Pictures that one person may have fetched an hour. */
const TRIED = { limit: 40, windowSeconds: 3600 }

type Photo = { spaceId: string; photoId: string }
export type PhotoRefusal = 'place_not_yours' | 'photo_many' | 'photo_twice' | 'photo_failed' | 'photo_tried'

/**
 * Puts a picture at the end of a space's. It is fetched at once, through the one door: what cannot be had, or is no
 * picture, is said to whoever typed its address and leaves nothing behind.
 */
export async function addPhoto(
  actor: Actor,
  { spaceId, url, alt }: { spaceId: string; url: string; alt: string },
  place: Partial<PhotoPlace> = {},
): Promise<Result<{ photoId: string }, PhotoRefusal>> {
  if (!(await keeps(actor, spaceId))) return refuse('place_not_yours')
  if (!(await takeToken('photo', actor.id, TRIED, now()))) return refuse('photo_tried')
  const added = await addRow(spaceId, url, alt)
  if (!added.ok) return added
  const opened = await openPhoto(added.value.photoId, now(), place)
  if (opened.ok) {
    await opened.value.handle.close()
    return added
  }
  await db.spacePhoto.deleteMany({ where: { id: added.value.photoId } })
  return refuse('photo_failed')
}

async function addRow(
  spaceId: string,
  url: string,
  alt: string,
): Promise<Result<{ photoId: string }, 'photo_many' | 'photo_twice'>> {
  try {
    return await db.$transaction(async (tx) => {
      const all = await inOrder(tx, spaceId)
      if (all.length >= MOST_PHOTOS) return refuse('photo_many')
      const position = Math.max(-1, ...all.map((photo) => photo.position)) + 1
      const { id } = await tx.spacePhoto.create({
        data: { spaceId, url, alt, position },
        select: { id: true },
      })
      return ok({ photoId: id })
    })
  } catch (error) {
    if (isUniqueViolation(error)) return refuse('photo_twice')
    throw error
  }
}

/** Under the space's lock: two owners at once keep to the same number, and to one order. */
async function inOrder(tx: Transaction, spaceId: string) {
  await tx.$queryRaw`SELECT 1 FROM spaces WHERE id = ${spaceId}::uuid FOR NO KEY UPDATE`
  return tx.spacePhoto.findMany({
    where: { spaceId },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
    select: { id: true, position: true },
  })
}

/** Takes a picture away. Once more changes nothing. */
export async function removePhoto(
  actor: Actor,
  { spaceId, photoId }: Photo,
): Promise<Result<undefined, 'place_not_yours'>> {
  if (!(await keeps(actor, spaceId))) return refuse('place_not_yours')
  await db.spacePhoto.deleteMany({ where: { id: photoId, spaceId } })
  return ok()
}

/** Moves a picture one place up (-1) or down (1); at an end it stays. */
export async function movePhoto(
  actor: Actor,
  { spaceId, photoId, by }: Photo & { by: number },
): Promise<Result<undefined, 'place_not_yours' | 'photo_gone'>> {
  if (!(await keeps(actor, spaceId))) return refuse('place_not_yours')
  return db.$transaction(async (tx) => {
    const ids = (await inOrder(tx, spaceId)).map(({ id }) => id)
    const from = ids.indexOf(photoId)
    if (from < 0) return refuse('photo_gone')
    const to = Math.min(ids.length - 1, Math.max(0, from + by))
    ids.splice(to, 0, ...ids.splice(from, 1))
    for (const [position, id] of ids.entries())
      await tx.spacePhoto.update({ where: { id }, data: { position }, select: { id: true } })
    return ok()
  })
}
