import type { Connection, Transaction } from '@/lib/db'
import { copyInto } from '@/lib/imports/copying/commands'
import { type Cell, lineOf } from '@/lib/imports/copying/rules'
import { storedFactsSchema } from '@/lib/imports/spaces/schema'
import { Prisma } from '@/prisma/client/client'
import { type Merged, merge, type Said } from './rules'

/** The columns of `spaces` that come from sources; their names in the database are the same in snake case. */
const FACTS = Object.keys(storedFactsSchema.shape)
const COLUMNS = [...FACTS, 'provenance']
const snake = (name: string) => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
const named = (names: readonly string[]) => Prisma.raw(names.map(snake).join(', '))

/** A row of `spaces` for PostgreSQL's json_populate_recordset. */
const asRow = (id: string, { columns, provenance }: Merged) => ({
  id,
  ...Object.fromEntries(Object.entries(columns).map(([name, value]) => [snake(name), value])),
  provenance,
})

/** New spaces, each out of what one or more sources say. */
export async function createSpaces(
  connection: Connection,
  spaces: readonly { id: string; merged: Merged }[],
  now: Date,
): Promise<void> {
  if (spaces.length === 0) return
  const lines = function* () {
    for (const { id, merged } of spaces) {
      const columns = merged.columns as Record<string, Cell>
      yield lineOf([id, ...FACTS.map((name) => columns[name] ?? null), merged.provenance, now, now])
    }
  }
  const named = ['id', ...COLUMNS.map(snake), 'created_at', 'updated_at']
  await copyInto(connection, 'spaces', named, lines())
}

/**
 * Spaces made anew of what all their sources say now. What the owner or people there said stays, as do spaces that no
 * source says anything of.
 */
export async function refreshSpaces(tx: Transaction, ids: readonly string[], now: Date): Promise<void> {
  if (ids.length === 0) return
  // Somebody who says something of one of them meanwhile waits, and is not overwritten.
  await tx.$executeRaw`SELECT FROM spaces WHERE id = ANY (${[...ids]}::uuid[]) ORDER BY id FOR NO KEY UPDATE`
  const spaces = await tx.space.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, provenance: true, sources: true },
  })
  const rows = spaces.flatMap(({ id, provenance, sources }) => {
    const said = sources.flatMap(({ source, externalId, facts }): Said[] => {
      const parsed = storedFactsSchema.safeParse(facts)
      return parsed.success ? [{ source, externalId, facts: parsed.data }] : []
    })
    return said.length > 0 ? [{ id, merged: merge(said, provenance) }] : []
  })
  // Those of whom people said the same leave out the same columns: one statement each.
  for (const [names, group] of groupBy(rows, ({ merged }) => Object.keys(merged.columns).join(' '))) {
    const columns = [...names.split(' '), 'provenance']
    const asJson = JSON.stringify(group.map(({ id, merged }) => asRow(id, merged)))
    await tx.$executeRaw`
      UPDATE spaces SET (${named(columns)}, updated_at) = (
        SELECT ${Prisma.raw(columns.map((name) => `r.${snake(name)}`).join(', '))}, ${now}::timestamptz)
      FROM json_populate_recordset(NULL::spaces, ${asJson}::json) AS r WHERE spaces.id = r.id`
  }
  // Who was there counts as much as any source.
  await tx.$executeRaw`
    UPDATE spaces SET confirmed_on = greatest(confirmed_on, said.day) FROM (
      SELECT space_id, max((confirmed_at AT TIME ZONE 'UTC')::date) AS day FROM space_confirmations
      WHERE space_id = ANY (${[...ids]}::uuid[]) GROUP BY space_id) AS said
    WHERE spaces.id = said.space_id`
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item])
  return groups
}
