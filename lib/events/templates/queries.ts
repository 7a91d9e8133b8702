import type { Actor } from '@/lib/accounts/schema'
import { db } from '@/lib/db'
import type { EventValues } from '@/lib/events/hosted/rules'
import { templateRefSchema, templateValuesSchema } from './schema'

/** Somebody's own templates, by name. */
export async function myTemplates(actor: Pick<Actor, 'id'>): Promise<{ id: string; name: string }[]> {
  return db.eventTemplate.findMany({
    where: { ownerId: actor.id },
    orderBy: { name: 'asc' },
    select: { id: true, name: true },
  })
}

/** What a form begins with; null for a template that is somebody else's or none. */
export async function templateValues(
  actor: Pick<Actor, 'id'>,
  templateId: string,
): Promise<EventValues | null> {
  if (!templateRefSchema.safeParse({ templateId }).success) return null
  const template = await db.eventTemplate.findFirst({
    where: { id: templateId, ownerId: actor.id },
    select: { values: true },
  })
  return template && (templateValuesSchema.safeParse(template.values).data ?? null)
}
