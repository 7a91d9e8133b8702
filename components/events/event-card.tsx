import { useFormatter, useTranslations } from 'next-intl'
import { Distance } from '@/components/explore/distance'
import { Aside } from '@/components/ui/aside'
import { Icon } from '@/components/ui/icon'
import { Tag } from '@/components/ui/tag'
import type { EventCard as Event } from '@/lib/events/cards/queries'
import { Link } from '@/lib/i18n/navigation'
import { eventIcons } from './event-kind'
import { EventWhen } from './event-when'
import { Seats } from './seats'

/** An outing in a list: when, what, where, how far, with whom, how many seats. All of it is the link. */
export function EventCard({ event, now }: { event: Event; now: Date }) {
  const t = useTranslations('events')
  const format = useFormatter()
  const place = [event.placeName, event.city].filter(Boolean).join(', ') || event.address
  const cancelled = event.status === 'cancelled'
  return (
    <article className="relative flex gap-3 rounded-card border border-line bg-card p-3.5 transition-colors hover:border-edge">
      <span className="grid size-11 place-items-center rounded-full bg-event-soft text-event">
        <Icon name={eventIcons[event.kind]} className="size-6" />
      </span>
      <div className="flex min-w-0 flex-1 flex-col gap-0.5">
        <p className="pr-9 font-semibold text-event first-letter:uppercase">
          <EventWhen event={event} now={now} />
        </p>
        <h3 className={`pr-6 text-lg leading-snug ${cancelled ? 'line-through' : ''}`}>
          <Link
            href={`/events/${event.id}/${event.slug}`}
            className="after:absolute after:inset-0 after:rounded-card"
          >
            {event.title}
          </Link>
        </h3>
        <p className="text-muted">{place || t('online')}</p>
        <ul className="flex flex-wrap gap-x-3 text-muted">
          {event.distance !== null && <Distance metres={event.distance} />}
          <Aside icon="person">
            {event.organizerName
              ? t('with', { name: format.list([event.organizerName, ...event.cohostNames]) })
              : t('atMember')}
          </Aside>
          <Aside icon="seat">
            <Seats event={event} />
          </Aside>
        </ul>
        <p className="mt-1 flex flex-wrap gap-1.5 empty:hidden">
          {cancelled && <Tag tone="danger">{t('cancelled')}</Tag>}
          <Tag>{t(`kinds.${event.kind}`)}</Tag>
          {event.price === null ? <Tag tone="good">{t('free')}</Tag> : <Tag>{event.price}</Tag>}
          {event.gentle && <Tag icon="leaf">{t('gentle.label')}</Tag>}
          {event.goodForNewcomers && <Tag>{t('gentle.newcomers')}</Tag>}
          {event.online && place && <Tag icon="video">{t('onlineToo')}</Tag>}
        </p>
      </div>
    </article>
  )
}
