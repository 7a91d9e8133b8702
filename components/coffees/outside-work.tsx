import { useTranslations } from 'next-intl'
import { EventCard } from '@/components/events/event-card'
import type { OutsideActivity } from '@/lib/events/outside/queries'

/** Things to do with people of other trades; why each, in a line. */
export function OutsideWork({ activities, now }: { activities: OutsideActivity[]; now: Date }) {
  const t = useTranslations('coffees')
  if (activities.length === 0) return null
  return (
    <section className="mt-10">
      <h2 className="mb-1 text-xl">{t('outside')}</h2>
      <p className="mb-3 text-muted">{t('outsideText')}</p>
      <ul className="flex flex-col gap-4">
        {activities.map(({ event, interest, otherTrades }) => (
          <li key={event.id} className="flex flex-col gap-1">
            <EventCard event={event} now={now} />
            <p className="px-1 text-muted text-sm empty:hidden">
              {[
                interest && t('outsideInterest', { interest }),
                otherTrades > 0 && t('outsideTrades', { count: otherTrades }),
              ]
                .filter(Boolean)
                .join(' · ')}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
