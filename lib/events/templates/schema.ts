import { z } from 'zod'
import { oneLine } from '@/lib/text/schema'

const name = oneLine(60, 'template_name_long').pipe(z.string().min(1, 'template_name_required'))
const templateId = z.uuid('template_unknown')

export const saveTemplateSchema = z.object({ eventId: z.uuid('event_unknown'), name })

export type SaveTemplateInput = z.output<typeof saveTemplateSchema>

export const renameTemplateSchema = z.object({ templateId, name })

export type RenameTemplateInput = z.output<typeof renameTemplateSchema>

export const templateRefSchema = z.object({ templateId })

/** The fields of an event's form, as stored. */
export const templateValuesSchema = z.record(z.string().max(40), z.string().max(4000))
