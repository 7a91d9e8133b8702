'use server'

import { redirect } from 'next/navigation'
import { getLocale } from 'next-intl/server'
import { type FormState, parseForm, refusedState } from '@/lib/action'
import { requireActor } from '@/lib/auth'
import { now } from '@/lib/clock'
import { dropWish, withdrawWish } from '@/lib/wishes/commands'
import { myWish } from '@/lib/wishes/queries'
import { cellText, wishFields } from '@/lib/wishes/rules'
import { wishSchema } from '@/lib/wishes/schema'

/** The field that a refusal is about. */
const FIELDS: Record<string, string> = { wish_place: 'town', town_unknown: 'town' }

/** "I'd come": dropped, moved, changed or renewed. Whoever is not signed in does that first and taps once more. */
export async function dropAction(_state: FormState, form: FormData): Promise<FormState> {
  const parsed = parseForm(wishSchema, form, ['kinds', 'halfDays'])
  if (!parsed.ok) return parsed.state
  const locale = await getLocale()
  const page = `/${locale}/wishes`
  const here = `${page}?cell=${cellText(parsed.data.cell)}`
  const result = await dropWish(await requireActor(locale, here), parsed.data)
  if (!result.ok) {
    const field = FIELDS[result.reason]
    return field ? refusedState(form, { [field]: result.reason }) : refusedState(form, {}, result.reason)
  }
  redirect(`${page}?done=dropped`)
}

/** Takes the wish back. The page offers to drop it again as it was: the address alone remembers it. */
export async function withdrawAction(_state: FormState, _form: FormData): Promise<FormState> {
  const locale = await getLocale()
  const page = `/${locale}/wishes`
  const actor = await requireActor(locale, page)
  const wish = await myWish(actor, now())
  await withdrawWish(actor)
  if (!wish) redirect(page)
  const before = new URLSearchParams({ done: 'withdrawn' })
  for (const [name, values] of Object.entries(wishFields(wish)))
    for (const value of [values].flat()) before.append(name, value)
  redirect(`${page}?${before}`)
}
