import { NextIntlClientProvider } from 'next-intl'
import { getMessages } from 'next-intl/server'
import { hostMessages } from '@/lib/i18n/client'

/** Brings the words of the forms of the newly arrived to the browser, which other pages do without. */
export default async function WelcomeLayout({ children }: LayoutProps<'/[locale]/welcome'>) {
  return (
    <NextIntlClientProvider messages={hostMessages(await getMessages())}>{children}</NextIntlClientProvider>
  )
}
