import { NextIntlClientProvider } from 'next-intl'
import { getMessages } from 'next-intl/server'
import { hostMessages } from '@/lib/i18n/client'

/** Brings the words of the form to the browser, which other pages do without. */
export default async function NewSpaceLayout({ children }: LayoutProps<'/[locale]/spaces/new'>) {
  return (
    <NextIntlClientProvider messages={hostMessages(await getMessages())}>{children}</NextIntlClientProvider>
  )
}
