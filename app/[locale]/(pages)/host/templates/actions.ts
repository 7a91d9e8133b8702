'use server'

import { notFound, redirect } from 'next/navigation'
import { getLocale } from 'next-intl/server'
import { type FormState, parseForm, refusedState } from '@/lib/action'
import { requireActor } from '@/lib/auth'
import { deleteTemplate, renameTemplate } from '@/lib/events/templates/commands'
import { renameTemplateSchema, templateRefSchema } from '@/lib/events/templates/schema'

/** Gives a template of one's own another name. */
export async function renameTemplateAction(_state: FormState, form: FormData): Promise<FormState> {
  const parsed = parseForm(renameTemplateSchema, form)
  if (!parsed.ok) return parsed.state
  const page = `/${await getLocale()}/host/templates`
  const result = await renameTemplate(await requireActor(await getLocale(), page), parsed.data)
  if (!result.ok && result.reason === 'not_found') notFound()
  if (!result.ok) return refusedState(form, { name: result.reason })
  redirect(`${page}?done=renamed`)
}

/** Forgets a template of one's own. */
export async function deleteTemplateAction(_state: FormState, form: FormData): Promise<FormState> {
  const parsed = parseForm(templateRefSchema, form)
  if (!parsed.ok) return parsed.state
  const page = `/${await getLocale()}/host/templates`
  const result = await deleteTemplate(await requireActor(await getLocale(), page), parsed.data.templateId)
  if (!result.ok) notFound()
  redirect(`${page}?done=deleted`)
}
