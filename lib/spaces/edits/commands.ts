import { z } from 'zod'
import type { Transaction } from '@/lib/db'
import { timeZoneAt } from '@/lib/geo/zone'
import { refreshSpaces } from '@/lib/imports/merging/commands'
import type { Prisma, Space } from '@/prisma/client/client'
import { columnsOf, currentOf, dayOf, only, undoable, writtenOf } from './rules'
import type { Before, Changes, Column } from './schema'

/** Who says so: no import overwrites either. */
export type Speaker = 'people' | 'owner'

/**
 * Writes what people or the owner say of a space, in the caller's transaction, which has asked whether they may. From
 * then on no import overwrites it. Answers how it was before; null when there is no such space.
 */
export async function applyChanges(
  tx: Transaction,
  spaceId: string,
  changes: Changes,
  by: Speaker,
  now: Date,
): Promise<Before | null> {
  const space = await lockedSpace(tx, spaceId)
  if (!space) return null
  const said = saidBy(space)
  const values = { ...changes, ...followers(changes, now) }
  const told = columnsOf(changes).filter((column) => column !== 'closedOn')
  const provenance = { ...said, ...Object.fromEntries(told.map((column) => [column, by])) }
  const before: Before = {
    values: writtenOf(space, Object.keys(values)),
    provenance: Object.fromEntries(told.map((column) => [column, said[column] ?? null])),
  }
  await tx.space.update({ where: { id: spaceId }, data: { ...forDatabase(values), provenance } })
  return before
}

/**
 * Takes that back, where nobody said something else since; sources have their say again. Answers the columns that were
 * put back; null when there is no such space.
 */
export async function undoChanges(
  tx: Transaction,
  spaceId: string,
  { changes, before }: { changes: Changes; before: Before },
  now: Date,
): Promise<Column[] | null> {
  const space = await lockedSpace(tx, spaceId)
  if (!space) return null
  const columns = undoable(currentOf(space), changes, before)
  const provenance = saidBy(space)
  for (const column of columns) {
    const by = before.provenance[column]
    if (by) provenance[column] = by
    else delete provenance[column]
  }
  const names = [...columns, ...Object.keys(followers(only(changes, columns), now))]
  const values = Object.fromEntries(Object.entries(before.values).filter(([name]) => names.includes(name)))
  await tx.space.update({ where: { id: spaceId }, data: { ...forDatabase(values), provenance } })
  await refreshSpaces(tx, [spaceId], now)
  return columns
}

/** Whoever writes to this space waits until the end of the transaction. */
export async function lockedSpace(tx: Transaction, id: string): Promise<Space | null> {
  await tx.$executeRaw`SELECT FROM spaces WHERE id = ${id}::uuid FOR NO KEY UPDATE`
  return tx.space.findUnique({ where: { id } })
}

/** What follows from a point and from hours. */
function followers({ lat, lng, openingHours }: Changes, now: Date): Before['values'] {
  const placed = lat !== undefined && lng !== undefined
  return {
    ...(placed ? { timeZone: timeZoneAt({ lat, lng }), approximate: false } : {}),
    ...(openingHours === undefined ? {} : { hoursConfirmedOn: openingHours && dayOf(now) }),
  }
}

const provenanceSchema = z.record(z.string(), z.string()).catch({})
const saidBy = ({ provenance }: Space): Record<string, string> => provenanceSchema.parse(provenance)

/** Days as the database takes them. */
function forDatabase({ closedOn, hoursConfirmedOn, ...values }: Before['values']): Prisma.SpaceUpdateInput {
  const date = (day: string | null) => day && new Date(`${day}T00:00:00Z`)
  return {
    ...values,
    ...(closedOn === undefined ? {} : { closedOn: date(closedOn) }),
    ...(hoursConfirmedOn === undefined ? {} : { hoursConfirmedOn: date(hoursConfirmedOn) }),
  }
}
