import type { Actor } from '@/lib/accounts/schema'
import { now } from '@/lib/clock'
import { db } from '@/lib/db'
import type { LatLng } from '@/lib/geo/types'
import { enqueue } from '@/lib/jobs/commands'
import { takeToken } from '@/lib/limits/commands'
import { ok, type Result, refuse } from '@/lib/result'
import { searchTowns } from '@/lib/towns/queries'
import { leaveDraft } from '@/lib/wishes/drafts/commands'
import { freshSince, wishCell } from './rules'
import type { WishInput } from './schema'

const DROPPED_A_DAY = { limit: 20, windowSeconds: 24 * 3600 }

export type WishRefusal = 'wish_place' | 'town_unknown' | 'too_many_wishes'

/**
 * "I'd come": somebody's one wish, dropped, moved or renewed for sixty days. What is stored of the place is its cell.
 * Where enough others are within reach, an outing is drafted in a moment.
 */
export async function dropWish(
  actor: Actor,
  { cell, town, kinds, halfDays }: WishInput,
): Promise<Result<{ cell: LatLng }, WishRefusal>> {
  const at = await placeOf(cell, town)
  if (!at.ok) return at
  if (!(await takeToken('wish', actor.id, DROPPED_A_DAY, now()))) return refuse('too_many_wishes')
  const { lat: cellLat, lng: cellLng } = at.value
  const words = { kinds, halfDays, wishedAt: now() }
  await db.$transaction(async (tx) => {
    const key = { freelancerId: actor.id }
    const before = await tx.wish.findUnique({ where: key, select: { cellLat: true, cellLng: true } })
    const moved = before && (before.cellLat !== cellLat || before.cellLng !== cellLng)
    if (moved) await leaveDraft(tx, actor.id)
    await tx.wish.upsert({
      where: key,
      create: { ...key, cellLat, cellLng, ...words },
      update: { cellLat, cellLng, ...words },
      select: { freelancerId: true },
    })
    await enqueue(tx, 'wish_dropped', key)
  })
  return ok({ cell: at.value })
}

async function placeOf(
  cell: LatLng | null,
  town: string,
): Promise<Result<LatLng, 'wish_place' | 'town_unknown'>> {
  if (cell) return ok(wishCell(cell))
  if (!town) return refuse('wish_place')
  const [found] = await searchTowns(town, { limit: 1 })
  return found ? ok(wishCell(found)) : refuse('town_unknown')
}

/** Takes one's wish back, as if it had never been: nothing of it is kept. Once more changes nothing. */
export async function withdrawWish(actor: Actor): Promise<Result> {
  await db.$transaction(async (tx) => {
    await leaveDraft(tx, actor.id)
    await tx.wish.deleteMany({ where: { freelancerId: actor.id } })
  })
  return ok()
}

/** Forgets wishes that have faded; what stays is that there was one, with nobody's name to it. Answers how many. */
export async function forgetFaded(at: Date): Promise<number> {
  return db.$executeRaw`
    WITH faded AS (
      DELETE FROM wishes WHERE wished_at <= ${freshSince(at)} AND draft_id IS NULL
      RETURNING cell_lat, cell_lng, wished_at
    )
    INSERT INTO wish_outcomes (id, cell_lat, cell_lng, wished_on, ended_on)
    SELECT uuid_v7(), cell_lat, cell_lng, wished_at::date, ${at}::date FROM faded`
}
