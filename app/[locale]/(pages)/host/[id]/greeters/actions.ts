'use server'

import { notFound, redirect } from 'next/navigation'
import { getLocale } from 'next-intl/server'
import type { z } from 'zod'
import type { Actor } from '@/lib/accounts/schema'
import { type FormState, parseForm, refusedState } from '@/lib/action'
import { requireActor } from '@/lib/auth'
import { nameGreeter, removeGreeter } from '@/lib/events/greeters/commands'
import { greeterRefSchema, greeterSchema } from '@/lib/events/greeters/schema'
import { refusalErrors } from '@/lib/events/rules'
import type { Result } from '@/lib/result'

/** Names somebody who greets; anybody but oneself is asked first. */
export async function nameGreeterAction(_state: FormState, form: FormData): Promise<FormState> {
  return asHost(form, greeterSchema, nameGreeter, 'named')
}

/** Somebody greets no longer, or is asked no longer. */
export async function removeGreeterAction(_state: FormState, form: FormData): Promise<FormState> {
  return asHost(form, greeterRefSchema, removeGreeter, 'removed')
}

async function asHost<S extends z.ZodType<{ eventId: string }>>(
  form: FormData,
  schema: S,
  work: (actor: Actor, data: z.output<S>) => Promise<Result<undefined, string>>,
  done: string,
): Promise<FormState> {
  const parsed = parseForm(schema, form)
  if (!parsed.ok) return parsed.state
  const locale = await getLocale()
  const page = `/${locale}/host/${parsed.data.eventId}/greeters`
  const result = await work(await requireActor(locale, page), parsed.data)
  if (!result.ok) {
    if (result.reason === 'not_found') notFound()
    const { errors, message } = refusalErrors(result.reason)
    return refusedState(form, errors, message)
  }
  redirect(`${page}?done=${done}`)
}
