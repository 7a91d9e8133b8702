'use server'

import { notFound, redirect } from 'next/navigation'
import { getLocale } from 'next-intl/server'
import type { Actor } from '@/lib/accounts/schema'
import { type FormState, parseForm, refusedState } from '@/lib/action'
import { requireActor } from '@/lib/auth'
import { reportCoffee } from '@/lib/coffees/after/commands'
import { answerCoffee, withdraw } from '@/lib/coffees/commands'
import { meetForReal } from '@/lib/coffees/online/commands'
import { forRealSchema } from '@/lib/coffees/online/schema'
import { answerSchema, coffeeRefSchema, reportSchema } from '@/lib/coffees/schema'
import type { Result } from '@/lib/result'

/** Says yes or no to a coffee. */
export async function answerAction(_state: FormState, form: FormData): Promise<FormState> {
  const parsed = parseForm(answerSchema, form, ['times'])
  if (!parsed.ok) return parsed.state
  const { data } = parsed
  return settled(
    form,
    data.coffeeId,
    (actor) => answerCoffee(actor, data),
    data.answer === 'yes' ? 'yes' : 'no',
  )
}

/** Cannot come after all. */
export async function withdrawAction(_state: FormState, form: FormData): Promise<FormState> {
  const parsed = parseForm(coffeeRefSchema, form)
  if (!parsed.ok) return parsed.state
  const { coffeeId } = parsed.data
  return settled(form, coffeeId, (actor) => withdraw(actor, coffeeId), 'withdrawn')
}

/** Says what became of it. */
export async function reportAction(_state: FormState, form: FormData): Promise<FormState> {
  const parsed = parseForm(reportSchema, form, ['missing'])
  if (!parsed.ok) return parsed.state
  const { data } = parsed
  return settled(form, data.coffeeId, (actor) => reportCoffee(actor, data), 'reported')
}

/** "Meet for real?", after an e-coffee. */
export async function forRealAction(_state: FormState, form: FormData): Promise<FormState> {
  const parsed = parseForm(forRealSchema, form)
  if (!parsed.ok) return parsed.state
  const { data } = parsed
  return settled(form, data.coffeeId, (actor) => meetForReal(actor, data), 'real')
}

async function settled(
  form: FormData,
  coffeeId: string,
  work: (actor: Actor) => Promise<Result<unknown, string>>,
  done: string,
): Promise<FormState> {
  const locale = await getLocale()
  const page = `/${locale}/coffees/${coffeeId}`
  const result = await work(await requireActor(locale, page))
  if (!result.ok && result.reason === 'coffee_unknown') notFound()
  if (!result.ok)
    return refusedState(form, result.reason === 'coffee_times' ? { times: result.reason } : {}, result.reason)
  redirect(done === 'withdrawn' ? `/${locale}/coffees?done=withdrawn` : `${page}?done=${done}`)
}
