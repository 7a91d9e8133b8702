'use server'

import { redirect } from 'next/navigation'
import { getLocale } from 'next-intl/server'
import { type FormState, parseForm, refusedState } from '@/lib/action'
import { endSession, requireActor } from '@/lib/auth'
import { eraseAccount, saveProfile } from '@/lib/freelancers/commands'
import { eraseSchema, profileSchema } from '@/lib/freelancers/schema'

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
