import { z } from 'zod'
import { TARGETS } from '@/lib/imports/readers/schema'
import { REASONS } from '@/lib/imports/spaces/schema'
import { spaceKindSchema } from '@/lib/spaces/schema'

/** Remarks kept of a run: enough to see what is wrong with a file. */
export const REMARKS = 200

/** How a run was asked for. `file` is the name of what was uploaded or fetched, in the folder of imports. */
export const runOptionsSchema = z.object({
  kind: spaceKindSchema.nullable().default(null),
  map: z.partialRecord(z.enum(TARGETS), z.string()).nullable().default(null),
  file: z.string().optional(),
})
export type RunOptions = z.infer<typeof runOptionsSchema>

export const skippedSchema = z.partialRecord(z.enum(Object.keys(REASONS) as [keyof typeof REASONS]), z.int())
export const remarksSchema = z.array(z.object({ row: z.int(), line: z.int(), flaw: z.string() }))
