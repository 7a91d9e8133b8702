import { z } from 'zod'
import { spaceKindSchema } from '@/lib/spaces/schema'
import { MAPPED } from './terms'

/** Bytes of a file that is taken, uploaded or fetched. */
export const MAX_FILE_BYTES = 200 * 1024 * 1024

/** What the files that can be read are called. */
export const FILE_NAME = /\.(json|geojson|csv|tsv)$/i

const kind = z.preprocess((typed) => (typed === '' ? null : typed), spaceKindSchema.nullable().default(null))

/** What is said with an upload. */
export const uploadSchema = z.object({ kind })

/** An address to fetch, and what its untagged rows are. */
export const importUrlSchema = z.object({
  url: z.url({ protocol: /^https?$/, error: 'import_url' }).max(2000, 'import_url'),
  kind,
})

const column = z.string().max(200).default('')

/** Which column of an unknown table says what; an empty one says nothing. */
export const mappingSchema = z.object({
  run: z.uuid(),
  kind,
  ...(Object.fromEntries(MAPPED.map((target) => [target, column])) as Record<
    (typeof MAPPED)[number],
    typeof column
  >),
  name: z.string({ error: 'import_name_column' }).min(1, 'import_name_column').max(200),
})

export const runSchema = z.object({ run: z.uuid() })
