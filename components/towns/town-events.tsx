import { useTranslations } from 'next-intl'
import { EventCard } from '@/components/events/event-card'
import { LinkButton } from '@/components/ui/link-button'
import type { EventCard as Event } from '@/lib/events/cards/queries'

type Props = {
  events: Event[]
  /** How many there are, those that are not on the page among them. */
  total: number
  town: { name: string; postcode: string | null }
  now: Date
}

/** What comes next in a town, and the way to the agenda around it. */
export function TownEvents({ events, total, town, now }: Props) {
  const t = useTranslations('towns')
  if (events.length === 0) return null
  const query = { q: [town.name, town.postcode].filter(Boolean).join(' ') }
  return (
    <section className="flex flex-col gap-3">
      <h2 className="text-xl">{t('events')}</h2>
      <ul className="grid gap-3 sm:grid-cols-2">
        {events.map((event) => (
          <li key={event.id} className="grid">
            <EventCard event={event} now={now} />
          </li>
        ))}
      </ul>
      {total > events.length && (
        <LinkButton href={{ pathname: '/agenda', query }} className="self-center">
          {t('moreEvents')}
        </LinkButton>
      )}
    </section>
  )
}
