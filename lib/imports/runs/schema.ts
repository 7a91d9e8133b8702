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
  /** Where it is to be fetched. */
  url: z.string().optional(),
  /** Somebody asked for it to be undone, which the worker does. */
  undo: z.boolean().optional(),
})
export type RunOptions = z.infer<typeof runOptionsSchema>

export const skippedSchema = z.partialRecord(z.enum(Object.keys(REASONS) as [keyof typeof REASONS]), z.int())
export const remarksSchema = z.array(z.object({ row: z.int(), line: z.int(), flaw: z.string() }))

/** Why a run failed, for people to read: a code, and what goes with it. */
export const runProblemSchema = z.object({
  code: z.string(),
  line: z.int().optional(),
  columns: z.array(z.string()).optional(),
})
export type RunProblem = z.infer<typeof runProblemSchema>
