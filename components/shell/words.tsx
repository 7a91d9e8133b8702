import { getLocale, getMessages } from 'next-intl/server'
import type { ReactNode } from 'react'
import { textFor } from '@/lib/i18n/client'
import { Spoken } from './spoken'

/**
 * Brings to the browser the words that its components say; for `hosts` also those of the forms of hosts and of owners of a
 * profile. As one text, made once, which React does not take apart word by word for each page.
 */
export async function Words({ hosts = false, children }: { hosts?: boolean; children: ReactNode }) {
  const [locale, messages] = await Promise.all([getLocale(), getMessages()])
  return (
    <Spoken locale={locale} text={textFor(hosts, messages)}>
      {children}
    </Spoken>
  )
}
