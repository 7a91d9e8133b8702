import { db } from '@/lib/db'
import { groupPath } from '@/lib/groups/rules'
import { notAtHome } from '@/lib/homes/queries'
import { coverage } from '@/lib/map/coverage/queries'
import { slugify } from '@/lib/slug'
import { Prisma } from '@/prisma/client/client'
import { type Part, TABLES, type Table } from './schema'

/**
 * Things in a part. Each is two addresses of at most some 900 bytes with their alternates: 20,000 and 18 MB, where the
 * protocol allows 50,000 and 50 MB.
 */
export const PART_SIZE = 10_000
/** Rows read at once: what a part keeps in memory. */
const BATCH = 1000

/** A page without its language: a path, or that of a town by its slug ("" is the list of towns). */
export type Listed = { path: string; changed: Date | null } | { town: string; changed: Date | null }

const { sql } = Prisma

/** The rows that are numbered into parts, which of them are listed, and where their pages are. */
type Listing = {
  rows: Prisma.Sql
  name: Prisma.Sql
  listed: Prisma.Sql
  path: (row: { id: string; name: string }) => string
}

const listingsAt = (now: Date): Record<Table, Listing> => ({
  // All are numbered: a place that closes moves no other into another part.
  spaces: {
    rows: sql`spaces WHERE true`,
    name: sql`name`,
    listed: sql`closed_on IS NULL AND kind <> 'home_table'`,
    path: ({ id, name }) => `/spaces/${id}/${slugify(name)}`,
  },
  // What is over is listed no more, and would number most of them.
  events: {
    rows: sql`events WHERE status = 'published' AND NOT unlisted AND ends_at > ${now} AND ${notAtHome}`,
    name: sql`title`,
    listed: sql`true`,
    path: ({ id, name }) => `/events/${id}/${slugify(name)}`,
  },
  groups: { rows: sql`groups WHERE true`, name: sql`name`, listed: sql`true`, path: groupPath },
})

/** The parts of the sitemap: one query for each table, which reads its primary key from one end to the other. */
export async function sitemapParts(now: Date): Promise<Part[]> {
  const towns = await coverage(now)
  const parts: Part[] = [{ of: 'pages' }]
  for (const [at, { slug }] of towns.entries())
    if (at % PART_SIZE === 0) parts.push({ of: 'towns', first: slug })
  for (const table of TABLES) {
    const firsts = await db.$queryRaw<{ id: string }[]>`
      SELECT id FROM (SELECT id, row_number() OVER (ORDER BY id) AS place FROM ${listingsAt(now)[table].rows}) AS numbered
      WHERE place % ${PART_SIZE} = 1 ORDER BY id`
    parts.push(...firsts.map(({ id }) => ({ of: table, first: id })))
  }
  return parts
}

/** Pages that belong to nothing in particular. */
const PAGES = ['', '/agenda', '/groups', '/legal', '/privacy']

/** What a part lists, some at a time: never more than a thousand in memory. */
export async function* pagesOf(part: Part, now: Date): AsyncGenerator<Listed[]> {
  if (part.of === 'pages')
    yield [...PAGES.map((path) => ({ path, changed: null })), { town: '', changed: null }]
  else if (part.of === 'towns') yield townsFrom(part.first, now)
  else yield* rowsFrom(part.of, part.first, now)
}

async function townsFrom(first: string, now: Date): Promise<Listed[]> {
  const towns = (await coverage(now)).filter(({ slug }) => slug >= first)
  return towns.slice(0, PART_SIZE).map(({ slug, changed }) => ({ town: slug, changed }))
}

type Row = { id: string; name: string; changed: Date; listed: boolean }

async function* rowsFrom(table: Table, first: string, now: Date): AsyncGenerator<Listed[]> {
  const { rows, name, listed, path } = listingsAt(now)[table]
  let from = sql`id >= ${first}::uuid`
  for (let read = 0; read < PART_SIZE; read += BATCH) {
    const batch = await db.$queryRaw<Row[]>`
      SELECT id, ${name} AS name, updated_at AS changed, ${listed} AS listed FROM ${rows} AND ${from}
      ORDER BY id LIMIT ${BATCH}`
    yield batch.filter(({ listed }) => listed).map((row) => ({ path: path(row), changed: row.changed }))
    const last = batch.at(-1)
    if (!last || batch.length < BATCH) return
    from = sql`id > ${last.id}::uuid`
  }
}
