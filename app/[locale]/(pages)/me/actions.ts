'use server'

import { redirect } from 'next/navigation'
import { getLocale } from 'next-intl/server'
import { endSession } from '@/lib/auth'

/** Signs out on this device. */
export async function signOutAction(): Promise<void> {
  await endSession()
  redirect(`/${await getLocale()}/me`)
}
