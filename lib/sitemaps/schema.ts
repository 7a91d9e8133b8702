import { z } from 'zod'

/** What is read from the database in parts: one table each. */
export const TABLES = ['spaces', 'events', 'groups'] as const
export type Table = (typeof TABLES)[number]

/** A part of the sitemap: which things, and the first of them (an id, or a town's slug). */
export type Part = { of: 'pages' } | { of: 'towns'; first: string } | { of: Table; first: string }

const SLUG = /^(?!-)[a-z0-9-]{1,80}$/

/** The name of a part: "pages", "towns-cannes", "spaces-0193…". */
export const partSchema = z
  .string()
  .max(100)
  .transform((name, context): Part => {
    if (name === 'pages') return { of: 'pages' }
    const [, of, first = ''] = /^([a-z]+)-(.+)$/.exec(name) ?? []
    const table = TABLES.find((table) => table === of)
    if (table && z.uuid().safeParse(first).success) return { of: table, first }
    if (of === 'towns' && SLUG.test(first)) return { of: 'towns', first }
    context.addIssue({ code: 'custom', message: 'There is no such part of the sitemap.' })
    return z.NEVER
  })

/** The inverse of `partSchema`. */
export const partName = (part: Part) => (part.of === 'pages' ? part.of : `${part.of}-${part.first}`)
