import { NextIntlClientProvider } from 'next-intl'
import { getMessages } from 'next-intl/server'
import type { ReactNode } from 'react'
import { hostMessages } from '@/lib/i18n/client'

/** Brings the words of the forms of those who run a group to the browser, which other pages do without. */
export default async function RunningLayout({ children }: { children: ReactNode }) {
  return (
    <NextIntlClientProvider messages={hostMessages(await getMessages())}>{children}</NextIntlClientProvider>
  )
}
