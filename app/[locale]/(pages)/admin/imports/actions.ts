'use server'

import { redirect } from 'next/navigation'
import { getLocale } from 'next-intl/server'
import { type FormState, parseForm, refusedState } from '@/lib/action'
import { requireActor } from '@/lib/auth'
import { mapColumns, requestImport, requestUndo, stopRun } from '@/lib/imports/intake/commands'
import { importUrlSchema, mappingSchema, runSchema } from '@/lib/imports/intake/schema'

async function admin() {
  const locale = await getLocale()
  return { locale, actor: await requireActor(locale, `/${locale}/admin/imports`) }
}

/** Has a file fetched from an address and imported. */
export async function importUrlAction(_state: FormState, form: FormData): Promise<FormState> {
  const { locale, actor } = await admin()
  const parsed = parseForm(importUrlSchema, form)
  if (!parsed.ok) return parsed.state
  const { url, kind } = parsed.data
  const asked = await requestImport(actor, { origin: url, options: { url, kind } })
  if (!asked.ok) return refusedState(form, {}, asked.reason)
  redirect(`/${locale}/admin/imports/${asked.value}`)
}

/** Names the columns of a table that no reader knows, and begins again. */
export async function mapColumnsAction(_state: FormState, form: FormData): Promise<FormState> {
  const { locale, actor } = await admin()
  const parsed = parseForm(mappingSchema, form)
  if (!parsed.ok) return parsed.state
  const { run, kind, ...columns } = parsed.data
  const map = Object.fromEntries(Object.entries(columns).filter(([, column]) => column !== ''))
  const begun = await mapColumns(actor, run, { kind, map })
  if (!begun.ok) return refusedState(form, {}, begun.reason === 'unknown' ? 'import_unknown' : begun.reason)
  redirect(`/${locale}/admin/imports/${run}`)
}

/** Ends a run; what is written stays. */
export async function stopRunAction(form: FormData): Promise<void> {
  await settle(form, stopRun)
}

/** Takes back all that a run did. */
export async function undoRunAction(form: FormData): Promise<void> {
  await settle(form, requestUndo)
}

async function settle(form: FormData, work: typeof stopRun | typeof requestUndo): Promise<never> {
  const { locale, actor } = await admin()
  const parsed = parseForm(runSchema, form)
  if (parsed.ok) await work(actor, parsed.data.run)
  redirect(`/${locale}/admin/imports${parsed.ok ? `/${parsed.data.run}` : ''}`)
}
