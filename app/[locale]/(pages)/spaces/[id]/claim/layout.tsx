import { NextIntlClientProvider } from 'next-intl'
import { getMessages } from 'next-intl/server'
import { hostMessages } from '@/lib/i18n/client'

/** Brings the words of a claim’s forms to the browser, which other pages do without. */
export default async function ClaimLayout({ children }: LayoutProps<'/[locale]/spaces/[id]/claim'>) {
  return (
    <NextIntlClientProvider messages={hostMessages(await getMessages())}>{children}</NextIntlClientProvider>
  )
}
