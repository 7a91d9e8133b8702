import { NextIntlClientProvider } from 'next-intl'
import { getMessages } from 'next-intl/server'
import { hostMessages } from '@/lib/i18n/client'

/** Brings the words of the forms of people’s pages to the browser, which other pages do without. */
export default async function PeopleLayout({ children }: LayoutProps<'/[locale]/people'>) {
  return (
    <NextIntlClientProvider messages={hostMessages(await getMessages())}>{children}</NextIntlClientProvider>
  )
}
