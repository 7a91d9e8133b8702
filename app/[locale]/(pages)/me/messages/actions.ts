'use server'

import { redirect } from 'next/navigation'
import { getLocale } from 'next-intl/server'
import { type FormState, parseForm } from '@/lib/action'
import { requireActor } from '@/lib/auth'
import { acceptMailAgain } from '@/lib/mail/delivery/commands'
import { saveSettings } from '@/lib/settings/commands'
import { settingsSchema } from '@/lib/settings/schema'

/** Keeps what one wants to be told of. */
export async function saveMessagesAction(_state: FormState, form: FormData): Promise<FormState> {
  const parsed = parseForm(settingsSchema, form)
  if (!parsed.ok) return parsed.state
  const locale = await getLocale()
  await saveSettings(await requireActor(locale, `/${locale}/me/messages`), parsed.data)
  redirect(`/${locale}/me/messages?done=saved`)
}

/** "My address works": mail is tried again. */
export async function acceptMailAction(): Promise<void> {
  const locale = await getLocale()
  await acceptMailAgain(await requireActor(locale, `/${locale}/me/messages`))
  redirect(`/${locale}/me/messages?done=accepted`)
}
