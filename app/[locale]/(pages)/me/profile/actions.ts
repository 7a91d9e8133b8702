'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { getLocale } from 'next-intl/server'
import { doneState, type FormState, parseForm, refusedState } from '@/lib/action'
import { endSession, requireActor } from '@/lib/auth'
import { eraseAccount, saveProfile } from '@/lib/freelancers/commands'
import { eraseSchema, profileSchema } from '@/lib/freelancers/schema'
import { startCounting, stopCounting } from '@/lib/measures/minutes/commands'

const own = async (locale: 'fr' | 'en') => requireActor(locale, `/${locale}/me/profile`)

/** Changes one's own profile. */
export async function saveProfileAction(_state: FormState, form: FormData): Promise<FormState> {
  const parsed = parseForm(profileSchema, form, ['languages'])
  if (!parsed.ok) return parsed.state
  const locale = await getLocale()
  const result = await saveProfile(await own(locale), parsed.data)
  if (!result.ok) return refusedState(form, { area: result.reason })
  redirect(`/${locale}/me?done=saved`)
}

/** Erases one's own account, and everything that hangs on it. */
export async function eraseAction(_state: FormState, form: FormData): Promise<FormState> {
  const parsed = parseForm(eraseSchema, form)
  if (!parsed.ok) return parsed.state
  const locale = await getLocale()
  const result = await eraseAccount(await own(locale), parsed.data)
  if (!result.ok) {
    return result.reason === 'erase_email'
      ? refusedState(form, { email: result.reason })
      : refusedState(form, {}, result.reason)
  }
  await endSession()
  redirect(`/${locale}`)
}

/** "Count my minutes." */
export async function countMinutesAction(): Promise<FormState> {
  return setCounting(true)
}

/** "Stop counting, and forget." */
export async function forgetMinutesAction(): Promise<FormState> {
  return setCounting(false)
}

async function setCounting(counting: boolean): Promise<FormState> {
  const actor = await own(await getLocale())
  await (counting ? startCounting(actor) : stopCounting(actor))
  // The layout holds what counts.
  revalidatePath('/', 'layout')
  return doneState()
}
