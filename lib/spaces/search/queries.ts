import { z } from 'zod'
import { db } from '@/lib/db'
import type { LatLng } from '@/lib/geo/types'
import { columns, metresFrom } from '@/lib/map/queries'
import {
  atHand,
  begins,
  type Forgiven,
  MOST_WEIGHED,
  NEARNESSES,
  reaches,
  resembles,
  similarly,
} from '@/lib/search/words/queries'
import { isEnough, likenessOf, ranked, rankOf, typedWords } from '@/lib/search/words/rules'
import { staleSpaces } from '@/lib/spaces/freshness/queries'
import type { SpaceKind } from '@/lib/spaces/schema'
import { Prisma } from '@/prisma/client/client'
import { kindMeant } from './rules'

/** A space as somebody who looks for it by name recognises it. */
export interface FoundSpace {
  id: string
  kind: SpaceKind
  name: string
  street: string
  city: string
  lat: number
  lng: number
  timeZone: string
}

/** With how well it answers: `likeness` as `likenessOf`, `metres` from where one looks. */
export type RankedSpace = FoundSpace & {
  likeness: number
  named: boolean
  metres: number | null
  stale: boolean
}

type Row = FoundSpace & { postcode: string; metres: number | null; stale: boolean }

type Options = {
  now: Date
  limit: number
  near?: LatLng | null
  /** A town or a street alone is enough. Otherwise some word has to be of the name, or several of the address. */
  byAddress?: boolean
  slips?: Forgiven
}

/** Written as in the index spaces_words_trgm, so that it serves. */
const NAME = Prisma.sql`search_words(spaces.name)`
const WORDS = Prisma.sql`search_words(spaces.name || ' ' || spaces.city || ' ' || spaces.street || ' ' || spaces.postcode)`

/**
 * Spaces that are not closed, by words of their name, town, street or postcode, the best first; a slip is forgiven where
 * nothing is spelt so, in names alone. Where one at hand is called just so, or enough nearly so, nobody looks further.
 */
export async function searchSpaces(
  text: string,
  { now, limit, near, byAddress = false, slips = 'everywhere' }: Options,
): Promise<RankedSpace[]> {
  const words = typedWords(text)
  if (words.length === 0) return []
  const asked = { near: near ?? null, now }
  if (slips === 'elsewhere') return (await misspelt(words, asked, slips)).slice(0, limit)
  const spelt = await speltSo(words, { ...asked, limit, byAddress })
  const found = spelt.length > 0 || slips === 'nowhere' ? spelt : await misspelt(words, asked, slips)
  const more = isEnough(found, limit) ? [] : await ofKind(words, asked)
  const known = new Set(found.map(({ id }) => id))
  return [...found, ...more.filter(({ id }) => !known.has(id))].slice(0, limit)
}

async function speltSo(
  words: string[],
  { limit, byAddress, ...asked }: Asked & { limit: number; byAddress: boolean },
): Promise<RankedSpace[]> {
  const rows: Row[] = []
  let found: RankedSpace[] = []
  const texts = byAddress || words.length > 1 ? [WORDS, NAME] : [NAME]
  for (const where of reaches(columns.spaces, asked.near)) {
    for (const text of texts) {
      const some = await all(candidates(Prisma.sql`${begins(text, words)} AND ${where}`, asked))
      rows.push(...some)
      // Those of the name are among them, unless there were more than are weighed.
      if (some.length < MOST_WEIGHED) break
    }
    found = rankedBy(words, rows, byAddress)
    if (isEnough(found, limit)) return found
  }
  return found
}

/** What a place is worth whose kind was typed and not its name: less than any that is called so. */
const BY_KIND = 0.7

/** "coworking cannes": places of a kind in the town that the other words name, or at hand where there are none; nearest first. */
async function ofKind(words: string[], asked: Asked): Promise<RankedSpace[]> {
  const meant = kindMeant(words)
  if (!meant) return []
  const { kind, rest } = meant
  const where = rest.length > 0 ? begins(WORDS, rest) : asked.near && atHand(columns.spaces, asked.near)
  if (!where) return []
  const rows = await all(candidates(Prisma.sql`kind = ${kind}::space_kind AND ${where}`, asked, NEAREST))
  return rows.map(({ postcode: _, ...space }) => ({ ...space, likeness: BY_KIND, named: false }))
}

/** Names that the words nearly spell, at hand before anywhere: what is near is few, and likelier meant. */
async function misspelt(words: string[], asked: Asked, slips: Forgiven): Promise<RankedSpace[]> {
  for (const nearness of NEARNESSES)
    for (const where of reaches(columns.spaces, asked.near, slips)) {
      const query = candidates(Prisma.sql`${resembles(NAME, words, WORDS)} AND ${where}`, asked)
      const found = rankedBy(words, await all(similarly(nearness, query)), false)
      if (found.length > 0) return found
    }
  return []
}

const SHOWN = 8

/** What a host may mean by a name, a street or a town. */
export async function spacesToPick(text: string, now: Date): Promise<FoundSpace[]> {
  const found = await searchSpaces(text, { now, limit: SHOWN, byAddress: true })
  return found.map(({ likeness: _l, named: _n, metres: _m, stale: _s, ...space }) => space)
}

const all = (query: Prisma.Sql) => db.$queryRaw<Row[]>(query)

type Asked = { near: LatLng | null; now: Date }

const NEAREST = Prisma.sql`ORDER BY stale, metres, id`

const candidates = (where: Prisma.Sql, { near, now }: Asked, order = Prisma.empty): Prisma.Sql => Prisma.sql`
  SELECT id, kind::text AS kind, name, street, postcode, city, lat, lng, time_zone AS "timeZone",
    ${near ? metresFrom(columns.spaces, near) : Prisma.sql`NULL::float8`} AS metres, ${staleSpaces(now)} AS stale
  FROM spaces WHERE closed_on IS NULL AND ${where} ${order} LIMIT ${MOST_WEIGHED}`

function rankedBy(words: string[], rows: Row[], byAddress: boolean): RankedSpace[] {
  const found = [...new Map(rows.map((row) => [row.id, row])).values()].flatMap(({ postcode, ...space }) => {
    const where = `${space.city} ${space.street} ${postcode}`
    const { value, named } = likenessOf(words, { name: space.name, where })
    // A street and its town are an address; a town alone is where half of all places are.
    const known = named || byAddress || words.length > 1
    return value > 0 && known ? [{ ...space, likeness: value, named }] : []
  })
  return ranked(found, ({ likeness, metres, stale }) => ({ rank: rankOf(likeness, metres, stale), metres }))
}

/** The space chosen for an event, or null. */
export async function spaceById(id: string): Promise<FoundSpace | null> {
  if (!z.uuid().safeParse(id).success) return null
  return db.space.findUnique({
    where: { id },
    select: {
      id: true,
      kind: true,
      name: true,
      street: true,
      city: true,
      lat: true,
      lng: true,
      timeZone: true,
    },
  })
}
