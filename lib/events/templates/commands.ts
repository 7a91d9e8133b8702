import type { Actor } from '@/lib/accounts/schema'
import { db } from '@/lib/db'
import { isUniqueViolation } from '@/lib/db-errors'
import { hostedEvent } from '@/lib/events/hosted/queries'
import { formValues } from '@/lib/events/hosted/rules'
import { ok, type Result, refuse } from '@/lib/result'
import type { RenameTemplateInput, SaveTemplateInput } from './schema'

/** More than anybody finds their way in. */
const MOST = 50

/** Keeps what an event of one's own says under a name, but its day. The same name again replaces what it stood for. */
export async function saveTemplate(
  actor: Actor,
  { eventId, name }: SaveTemplateInput,
): Promise<Result<undefined, 'not_found' | 'too_many_templates'>> {
  const event = await hostedEvent(actor, eventId)
  if (!event) return refuse('not_found')
  const { day: _, ...values } = formValues(event)
  return db.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM freelancers WHERE id = ${actor.id}::uuid FOR UPDATE`
    const others = await tx.eventTemplate.count({ where: { ownerId: actor.id, name: { not: name } } })
    if (others >= MOST) return refuse('too_many_templates')
    await tx.eventTemplate.upsert({
      where: { ownerId_name: { ownerId: actor.id, name } },
      create: { ownerId: actor.id, name, values },
      update: { values },
      select: { id: true },
    })
    return ok()
  })
}

/** Gives a template of one's own another name. */
export async function renameTemplate(
  actor: Actor,
  { templateId, name }: RenameTemplateInput,
): Promise<Result<undefined, 'not_found' | 'template_name_taken'>> {
  try {
    const { count } = await db.eventTemplate.updateMany({
      where: { id: templateId, ownerId: actor.id },
      data: { name },
    })
    return count > 0 ? ok() : refuse('not_found')
  } catch (error) {
    if (isUniqueViolation(error)) return refuse('template_name_taken')
    throw error
  }
}

/** Forgets a template of one's own. The events that began with it stay as they are. */
export async function deleteTemplate(
  actor: Actor,
  templateId: string,
): Promise<Result<undefined, 'not_found'>> {
  const { count } = await db.eventTemplate.deleteMany({ where: { id: templateId, ownerId: actor.id } })
  return count > 0 ? ok() : refuse('not_found')
}
