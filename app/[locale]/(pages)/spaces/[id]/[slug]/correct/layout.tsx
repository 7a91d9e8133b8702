import { NextIntlClientProvider } from 'next-intl'
import { getMessages } from 'next-intl/server'
import { hostMessages } from '@/lib/i18n/client'

/** Brings the words of the form to the browser, which the page itself does without. */
export default async function CorrectLayout({
  children,
}: LayoutProps<'/[locale]/spaces/[id]/[slug]/correct'>) {
  return (
    <NextIntlClientProvider messages={hostMessages(await getMessages())}>{children}</NextIntlClientProvider>
  )
}
