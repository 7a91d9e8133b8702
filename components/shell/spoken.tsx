'use client'

import { type Locale, type Messages, NextIntlClientProvider } from 'next-intl'
import type { ReactNode } from 'react'

/** By their text: a page brings one or two of them, and a server knows each language once. */
const known = new Map<string, Messages>()

/** Messages that came as JSON, for all components within. */
export function Spoken({ locale, text, children }: { locale: Locale; text: string; children: ReactNode }) {
  const messages: Messages = known.get(text) ?? JSON.parse(text)
  known.set(text, messages)
  // What remains if a call forgets its zone (lib/i18n/request.ts).
  return (
    <NextIntlClientProvider locale={locale} messages={messages} timeZone="UTC">
      {children}
    </NextIntlClientProvider>
  )
}
