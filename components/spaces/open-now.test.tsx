import { NextIntlClientProvider } from 'next-intl'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import en from '@/lib/i18n/messages/en.json'
import fr from '@/lib/i18n/messages/fr.json'
import { OpenNow } from './open-now'

const now = new Date('2026-11-24T18:30:00Z')

function say(locale: 'fr' | 'en', state: 'open' | 'closed' | 'unknown', changesAt: string | null) {
  const at = changesAt ? new Date(changesAt) : null
  const markup = renderToStaticMarkup(
    <NextIntlClientProvider locale={locale} messages={locale === 'fr' ? fr : en} timeZone="UTC">
      <OpenNow state={state} changesAt={at} timeZone="Europe/Paris" now={now} />
    </NextIntlClientProvider>,
  )
  // Times are set with a narrow space in French; which one is the runtime's affair.
  return markup.replaceAll(/<[^>]+>/g, '').replaceAll(/\s/g, ' ')
}

it.each([
  ['fr', 'open', '2026-11-24T19:00:00Z', /^Ouvert jusqu’à 20/],
  ['fr', 'open', '2026-11-25T01:00:00Z', /^Ouvert jusqu’à mercredi, 0?2/],
  ['fr', 'closed', '2026-11-24T19:00:00Z', /^Fermé, ouvre à 20/],
  ['fr', 'closed', '2026-11-25T08:00:00Z', /^Fermé, ouvre demain à 0?9/],
  ['fr', 'closed', '2026-11-27T08:00:00Z', /^Fermé, ouvre vendredi à 0?9/],
  ['en', 'closed', '2026-11-25T08:00:00Z', /^Closed, opens tomorrow at 0?9/],
  ['en', 'closed', null, /^Closed/],
  ['en', 'unknown', null, /unknown/i],
] as const)('in %s, %s until %s', (locale, state, changesAt, words) => {
  expect(say(locale, state, changesAt)).toMatch(words)
})
