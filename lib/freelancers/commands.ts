import type { Actor } from '@/lib/accounts/schema'
import { now } from '@/lib/clock'
import { withdrawFromAll } from '@/lib/coffees/commands'
import { db } from '@/lib/db'
import { snapToCell } from '@/lib/geo/cell'
import type { LatLng } from '@/lib/geo/types'
import { passOnGroups } from '@/lib/groups/commands'
import { ok, type Result, refuse } from '@/lib/result'
import { forgetNotes } from '@/lib/spaces/corrections/commands'
import { nearestTown, searchTowns } from '@/lib/towns/queries'
import type { HomeInput, ProfileInput } from './schema'

type Home = { cellLat: number | null; cellLng: number | null; area: string }

/** The only thing kept of where somebody lives: the centre of its cell, and the name of its town. */
function homeAt(position: LatLng, area: string): Home {
  const cell = snapToCell(position)
  return { cellLat: cell.lat, cellLng: cell.lng, area }
}

async function homeOf({ cell, area }: HomeInput, before: Home): Promise<Result<Home, 'area_unknown'>> {
  if (cell) return ok(homeAt(cell, (await nearestTown(cell))?.name ?? ''))
  if (!area) return ok({ cellLat: null, cellLng: null, area: '' })
  if (area === before.area && before.cellLat !== null) return ok(before)
  const [town] = await searchTowns(area, { limit: 1 })
  return town ? ok(homeAt(town, town.name)) : refuse('area_unknown')
}

/** Changes what others read of somebody. To be on the map takes a town; the true position is never stored. */
export async function saveProfile(
  actor: Actor,
  input: ProfileInput,
): Promise<Result<undefined, 'area_unknown' | 'area_required'>> {
  const before = await db.freelancer.findUniqueOrThrow({
    where: { id: actor.id },
    select: { cellLat: true, cellLng: true, area: true },
  })
  const home = await homeOf(input, before)
  if (!home.ok) return home
  if (input.visibility === 'members' && home.value.cellLat === null) return refuse('area_required')
  const { cell: _, area: __, locale, ...words } = input
  await db.user.update({
    where: { id: actor.id },
    data: { locale, freelancer: { update: { ...words, ...home.value } } },
    select: { id: true },
  })
  return ok()
}

/** Says where one lives, to the cell: what brings people together near there starts from it. */
export async function settleIn(
  actor: Actor,
  input: HomeInput,
): Promise<Result<undefined, 'area_unknown' | 'area_required'>> {
  const home = await homeOf(input, { cellLat: null, cellLng: null, area: '' })
  if (!home.ok) return home
  if (home.value.cellLat === null) return refuse('area_required')
  await db.freelancer.update({ where: { id: actor.id }, data: home.value, select: { id: true } })
  return ok()
}

/**
 * Erases somebody: profile, seats (given to whoever waits), past and cancelled events, the words they wrote of places. Whoever still has guests to
 * expect calls the event off first, so that they are told.
 */
export async function eraseAccount(
  actor: Actor,
  { email }: { email: string },
): Promise<Result<undefined, 'erase_email' | 'erase_hosting'>> {
  if (email !== actor.email) return refuse('erase_email')
  const at = now()
  return db.$transaction(async (tx) => {
    // The lock keeps new seats and new events of this person out until they are gone.
    await tx.$queryRaw`SELECT 1 FROM freelancers WHERE id = ${actor.id}::uuid FOR UPDATE`
    const hosting = { organizerId: actor.id, status: 'published' as const, endsAt: { gt: at } }
    if ((await tx.event.count({ where: hosting })) > 0) return refuse('erase_hosting')
    const seats = await tx.rsvp.findMany({
      where: { freelancerId: actor.id, status: { in: ['going', 'held', 'waitlisted'] } },
      orderBy: { eventId: 'asc' },
      select: { eventId: true },
    })
    for (const { eventId } of seats) {
      await tx.$queryRaw`SELECT outcome FROM rsvp_cancel(${eventId}::uuid, ${actor.id}::uuid, ${at})`
    }
    // What is over cannot be given back, only counted one less.
    await tx.$executeRaw`
      UPDATE events SET seats_taken = seats_taken - 1
      FROM rsvps WHERE rsvps.event_id = events.id AND rsvps.freelancer_id = ${actor.id}::uuid
        AND rsvps.status IN ('going', 'held')`
    await tx.event.deleteMany({ where: { organizerId: actor.id } })
    await tx.series.deleteMany({ where: { organizerId: actor.id } })
    await withdrawFromAll(tx, actor.id)
    await passOnGroups(tx, actor.id)
    await forgetNotes(tx, actor.id)
    await tx.user.delete({ where: { id: actor.id }, select: { id: true } })
    return ok()
  })
}
