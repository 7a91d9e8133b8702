import { useLocale, useTranslations } from 'next-intl'
import { byDay } from '@/lib/events/agenda/rules'
import type { EventCard as Event } from '@/lib/events/cards/queries'
import { dayInFull, daysAway } from '@/lib/events/when/rules'
import { EventCard } from './event-card'

/** Outings under the day they are on. */
export function AgendaDays({ events, now }: { events: Event[]; now: Date }) {
  const t = useTranslations('agenda')
  const locale = useLocale()
  return (
    <div className="flex flex-col gap-8">
      {byDay(events, now).map(({ day, at, events: [first, ...others] }) => {
        if (!first) return null
        const words = dayInFull(at, first.timeZone, locale, now)
        const away = daysAway(at, first.timeZone, now)
        return (
          <section key={day} aria-labelledby={`day-${day}`} className="flex flex-col gap-3">
            <h2 id={`day-${day}`} className="text-xl first-letter:uppercase">
              {away === 0 ? t('today', { day: words }) : away === 1 ? t('tomorrow', { day: words }) : words}
            </h2>
            <ul className="grid gap-3 lg:grid-cols-2">
              {[first, ...others].map((event) => (
                <li key={event.id} className="grid">
                  <EventCard event={event} now={now} />
                </li>
              ))}
            </ul>
          </section>
        )
      })}
    </div>
  )
}
