import { useLocale, useTranslations } from 'next-intl'
import { EventCard } from '@/components/events/event-card'
import { reasonWords } from '@/lib/mail/rhythm/rules'
import type { SuggestedEvent } from '@/lib/suggestions/queries'

/** A few outings near, each with the reasons for which it is here. Not a feed: there is no more of it. */
export function Suggestions({ suggestions, now }: { suggestions: SuggestedEvent[]; now: Date }) {
  const t = useTranslations('rhythm')
  const words = useTranslations('mail')
  const locale = useLocale()
  if (suggestions.length === 0) return null
  return (
    <section className="mb-8">
      <h2 className="mb-3 text-xl">{t('ideas', { count: suggestions.length })}</h2>
      <ul className="flex flex-col gap-4">
        {suggestions.map(({ event, reasons }) => (
          <li key={event.id} className="flex flex-col gap-1">
            <EventCard event={event} now={now} />
            <p className="px-1 text-muted text-sm first-letter:uppercase">
              {reasonWords(reasons, event, { words, locale })}
            </p>
          </li>
        ))}
      </ul>
      <p className="mt-3 text-muted text-sm">{t('notPaid')}</p>
    </section>
  )
}
