'use server'

import { redirect } from 'next/navigation'
import { getLocale } from 'next-intl/server'
import { type FormState, parseForm } from '@/lib/action'
import { requireActor } from '@/lib/auth'
import { dropRhythm, keepRhythm } from '@/lib/rhythm/commands'
import { rhythmSchema } from '@/lib/rhythm/schema'

const own = async (locale: 'fr' | 'en') => requireActor(locale, `/${locale}/outings/rhythm`)

/** Chooses one's rhythm. */
export async function keepRhythmAction(_state: FormState, form: FormData): Promise<FormState> {
  const parsed = parseForm(rhythmSchema, form)
  if (!parsed.ok) return parsed.state
  const locale = await getLocale()
  await keepRhythm(await own(locale), parsed.data)
  redirect(`/${locale}/outings?done=rhythm`)
}

/** Has none any more. */
export async function dropRhythmAction(): Promise<FormState> {
  const locale = await getLocale()
  await dropRhythm(await own(locale))
  redirect(`/${locale}/outings?done=noRhythm`)
}
