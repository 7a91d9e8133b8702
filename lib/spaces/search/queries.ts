import { z } from 'zod'
import { db } from '@/lib/db'
import { staleSpaces } from '@/lib/spaces/freshness/queries'
import type { SpaceKind } from '@/lib/spaces/schema'
import { Prisma } from '@/prisma/client/client'

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

const SHOWN = 8

/** Without accents, capitals and curly apostrophes; `folded` says the same to PostgreSQL. */
const fold = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .replace(/’/g, "'")
    .toLowerCase()

const folded = (text: Prisma.Sql) =>
  Prisma.sql`lower(translate(regexp_replace(normalize(${text}, NFD), '[\\u0300-\\u036F]', '', 'g'), '’', ''''))`

/** A text as LIKE takes it literally. */
const literal = (text: string) => text.replace(/[\\%_]/g, '\\$&')

/**
 * Spaces in whose name, street or town every word stands, accents aside; names that begin with it first, and what nobody
 * confirmed for two years last.
 */
export async function searchSpaces(text: string, now: Date): Promise<FoundSpace[]> {
  const words = fold(text).split(/\s+/).filter(Boolean).slice(0, 6)
  if (words.length === 0) return []
  const anywhere = words.map((word) => `%${literal(word)}%`)
  const atStart = `${literal(words.join(' '))}%`
  return db.$queryRaw<FoundSpace[]>`
    SELECT id, kind::text AS kind, name, street, city, lat, lng, time_zone AS "timeZone"
    FROM spaces
    WHERE closed_on IS NULL AND ${folded(Prisma.sql`concat_ws(' ', name, street, postcode, city)`)} LIKE ALL (${anywhere}::text[])
    ORDER BY ${staleSpaces(now)}, ${folded(Prisma.sql`name`)} LIKE ${atStart} DESC, name, city, id
    LIMIT ${SHOWN}`
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
