import { z } from 'zod'
import { spaceFormSchema } from '@/lib/spaces/edits/schema'
import { manyLines } from '@/lib/text/schema'

/** Characters of the JSON of what a form showed; a form of long texts holds about 5,000. */
const SHOWN = 20_000

const values = z.record(
  z.string().max(40),
  z.union([z.string().max(4000), z.array(z.string().max(60)).max(60)]),
)

/** What the form showed (`formValues`), as it was sent along; null where that cannot be read. */
const seen = z
  .string()
  .max(SHOWN)
  .transform((json) => {
    try {
      return values.parse(JSON.parse(json))
    } catch {
      return null
    }
  })
  .catch(null)

/** What somebody would change about a space, beside what they were shown. */
export const correctionSchema = spaceFormSchema.extend({
  spaceId: z.uuid(),
  seen,
  note: manyLines(1000, 'note_long').default(''),
})
export type CorrectionInput = z.output<typeof correctionSchema>

export const correctionRefSchema = z.object({ id: z.uuid() })

/** What is decided of a correction; `fields` are those to be applied, by their names in the form. */
export const decisionSchema = correctionRefSchema.extend({
  decision: z.enum(['apply', 'refuse']),
  answer: manyLines(1000, 'answer_long').default(''),
  fields: z.array(z.string().max(40)).max(60).default([]),
})
export type Decision = z.output<typeof decisionSchema>['decision']
