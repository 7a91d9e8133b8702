'use server'

import { redirect } from 'next/navigation'
import { getLocale } from 'next-intl/server'
import { parseForm } from '@/lib/action'
import { requireActor } from '@/lib/auth'
import { tellApart, uniteSpaces } from '@/lib/imports/review/commands'
import { pairSchema } from '@/lib/imports/review/schema'

/** Makes one space of two. */
export async function uniteAction(form: FormData): Promise<void> {
  const { locale, actor, pair } = await asked(form)
  const done = pair && (await uniteSpaces(actor, pair.keep, pair.other))
  redirect(`/${locale}/admin/doubles?done=${done?.ok ? 'united' : 'gone'}`)
}

/** Two spaces are two. */
export async function tellApartAction(form: FormData): Promise<void> {
  const { locale, actor, pair } = await asked(form)
  const done = pair && (await tellApart(actor, [pair.keep, pair.other]))
  redirect(
    `/${locale}/admin/doubles?done=${done?.ok ? `apart&keep=${pair?.keep}&other=${pair?.other}` : 'gone'}`,
  )
}

/** Takes that back: it is asked again. */
export async function askAgainAction(form: FormData): Promise<void> {
  const { locale, actor, pair } = await asked(form)
  if (pair) await tellApart(actor, [pair.keep, pair.other], 'open')
  redirect(`/${locale}/admin/doubles`)
}

async function asked(form: FormData) {
  const locale = await getLocale()
  const actor = await requireActor(locale, `/${locale}/admin/doubles`)
  const parsed = parseForm(pairSchema, form)
  return { locale, actor, pair: parsed.ok ? parsed.data : null }
}
