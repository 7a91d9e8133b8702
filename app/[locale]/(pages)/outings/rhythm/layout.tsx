import { NextIntlClientProvider } from 'next-intl'
import { getMessages } from 'next-intl/server'
import { hostMessages } from '@/lib/i18n/client'

/** Brings the words of the form of the rhythm to the browser, which other pages do without. */
export default async function RhythmLayout({ children }: LayoutProps<'/[locale]/outings/rhythm'>) {
  return (
    <NextIntlClientProvider messages={hostMessages(await getMessages())}>{children}</NextIntlClientProvider>
  )
}
