import type { Actor } from '@/lib/accounts/schema'
import { db } from '@/lib/db'
import { snapToCell } from '@/lib/geo/cell'
import { ok, type Result, refuse } from '@/lib/result'
import { searchTowns } from '@/lib/towns/queries'
import type { ClientDayInput, ClientDayRef } from './schema'
import { MOST_DAYS } from './terms'

/** "Thursdays in Sophia Antipolis": said once, moved when said of another town. Only the cell of the town is kept. */
export async function addClientDay(
  actor: Actor,
  { weekday, half, area, near }: ClientDayInput,
): Promise<Result<undefined, 'area_unknown' | 'too_many_client_days'>> {
  const [town] = await searchTowns(area, { limit: 1, near })
  if (!town) return refuse('area_unknown')
  const cell = snapToCell(town)
  const place = { area: town.name, cellLat: cell.lat, cellLng: cell.lng }
  const key = { freelancerId: actor.id, weekday, half }
  return db.$transaction(async (tx) => {
    // Two at once would both find room.
    await tx.$queryRaw`SELECT 1 FROM freelancers WHERE id = ${actor.id}::uuid FOR UPDATE`
    const others = await tx.clientDay.count({ where: { freelancerId: actor.id, NOT: { weekday, half } } })
    if (others >= MOST_DAYS) return refuse('too_many_client_days')
    await tx.clientDay.upsert({
      where: { freelancerId_weekday_half: key },
      create: { ...key, ...place },
      update: place,
      select: { weekday: true },
    })
    return ok()
  })
}

/** Forgets a client day. Once more changes nothing. */
export async function removeClientDay(actor: Actor, { weekday, half }: ClientDayRef): Promise<Result> {
  await db.clientDay.deleteMany({ where: { freelancerId: actor.id, weekday, half } })
  return ok()
}
