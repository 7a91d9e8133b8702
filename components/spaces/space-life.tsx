import { useFormatter, useTranslations } from 'next-intl'
import { EventCard } from '@/components/events/event-card'
import { buttonClass } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { LinkButton } from '@/components/ui/link-button'
import type { EventCard as Event } from '@/lib/events/cards/queries'
import { Link } from '@/lib/i18n/navigation'
import type { SpaceHost } from '@/lib/spaces/life/queries'
import { SpaceSection } from './space-section'

type Props = { spaceId: string; open: boolean; events: Event[]; hosts: SpaceHost[]; now: Date }

/** Outings shown at once: the hours and the map come after them on a phone. */
const SHOWN = 3

/** What happens there next, who makes it happen, and the ways to hear of it or to do it oneself. */
export function SpaceLife({ spaceId, open, events, hosts, now }: Props) {
  const t = useTranslations('spacePage')
  if (!open && events.length === 0) return null
  return (
    <SpaceSection title={t('events')}>
      {events.length === 0 ? (
        <p className="text-muted">{t('noEvents')}</p>
      ) : (
        <Events events={events.slice(0, SHOWN)} now={now} />
      )}
      {events.length > SHOWN && (
        <details>
          <summary className="inline-flex min-h-11 cursor-pointer items-center font-semibold text-accent underline">
            {t('moreEvents', { count: events.length - SHOWN })}
          </summary>
          <div className="pt-2">
            <Events events={events.slice(SHOWN)} now={now} />
          </div>
        </details>
      )}
      {hosts.length > 0 && <Hosts hosts={hosts} />}
      <div className="flex flex-wrap gap-2">
        {open && (
          <LinkButton href={{ pathname: '/host/new', query: { space: spaceId } }}>
            <Icon name="plus" />
            {t('hostHere')}
          </LinkButton>
        )}
        <a className={buttonClass('plain')} href={`/api/v1/spaces/${spaceId}/calendar.ics`}>
          <Icon name="calendar" />
          {t('feed')}
        </a>
      </div>
    </SpaceSection>
  )
}

function Events({ events, now }: { events: Event[]; now: Date }) {
  return (
    <ul className="flex flex-col gap-3">
      {events.map((event) => (
        <li key={event.id}>
          <EventCard event={event} now={now} />
        </li>
      ))}
    </ul>
  )
}

function Hosts({ hosts }: { hosts: SpaceHost[] }) {
  const t = useTranslations('spacePage')
  const format = useFormatter()
  const names = hosts.map(({ name, path }) =>
    path ? (
      <Link key={path} href={path} className="font-semibold text-accent underline">
        {name}
      </Link>
    ) : (
      name
    ),
  )
  return <p className="text-muted">{t.rich('hosts', { names: () => format.list(names) })}</p>
}
