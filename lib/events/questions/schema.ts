import { z } from 'zod'
import { manyLines, oneLine } from '@/lib/text/schema'
import { MAX_CHOICES, MAX_QUESTIONS, QUESTION_TYPES } from './terms'

/** What a host asks of each guest, as stored. */
export const questionSchema = z.object({
  /** Answers hang on it: it outlives a mended typing error. */
  id: z.string().regex(/^[\w-]{1,40}$/),
  type: z.enum(QUESTION_TYPES),
  text: oneLine(120, 'question_long'),
  /** Of type `choice` alone. */
  choices: z.array(oneLine(60, 'choice_long')).max(MAX_CHOICES),
  required: z.boolean(),
})

export type Question = z.output<typeof questionSchema>

export const questionsSchema = z.array(questionSchema).max(MAX_QUESTIONS)

const slots = Array.from({ length: MAX_QUESTIONS }, (_, index) => `question${index + 1}`)

const slotSchema = z.object({
  id: z
    .string()
    .regex(/^[\w-]{1,40}$/)
    .optional()
    .catch(undefined),
  text: oneLine(120, 'question_long').default(''),
  type: z.enum(QUESTION_TYPES).catch('text'),
  /** One a line. */
  choices: manyLines(600, 'choice_long').default(''),
  required: z.string().max(10).optional(),
})

/**
 * The questions of an event's form: fields `question1` to `question5`, each with `…Id`, `…Type`, `…Choices` and
 * `…Required`. A slot without words asks nothing. Issues are named after the slot.
 */
export const questionFields = z
  .looseObject({})
  .transform((form, context) => slots.flatMap((slot) => questionIn(form, slot, context)))

function questionIn(form: Record<string, unknown>, slot: string, context: z.RefinementCtx): Question[] {
  const parsed = slotSchema.safeParse({
    id: form[`${slot}Id`],
    text: form[slot],
    type: form[`${slot}Type`],
    choices: form[`${slot}Choices`],
    required: form[`${slot}Required`],
  })
  const refuse = (message: string) => {
    context.addIssue({ code: 'custom', path: [slot], message })
    return []
  }
  if (!parsed.success) return refuse(parsed.error.issues[0]?.message ?? 'invalid')
  const { id, text, type, choices, required } = parsed.data
  if (text === '') return []
  const lines = [...new Set(choices.split('\n').map((line) => line.trim()))].filter(Boolean)
  if (type === 'choice' && lines.length < 2) return refuse('choices_few')
  if (type === 'choice' && lines.length > MAX_CHOICES) return refuse('choices_many')
  if (lines.some((line) => line.length > 60)) return refuse('choice_long')
  return [
    {
      id: id ?? `${slot}-${fingerprint(text)}`,
      type,
      text,
      choices: type === 'choice' ? lines : [],
      required: required !== undefined,
    },
  ]
}

/** FNV-1a, 32 bits: a new question must not take over the answers to the one that stood in its slot. */
function fingerprint(text: string): string {
  let hash = 0x811c9dc5
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0
  return hash.toString(36)
}
