import { useFormatter, useTranslations } from 'next-intl'
import { eventIcons } from '@/components/events/event-kind'
import { spaceIcons } from '@/components/spaces/space-kind'
import { Icon } from '@/components/ui/icon'
import type { Hit } from '@/lib/search/schema'

/** What was found, in two lines: what it is called, and what helps to tell it from another. */
export function HitBody({ hit }: { hit: Hit }) {
  const kinds = useTranslations('spaces.kinds')
  const format = useFormatter()
  const detail =
    hit.type === 'event'
      ? [format.dateTime(new Date(hit.startsAt), { ...SHORT, timeZone: hit.timeZone }), hit.note]
      : hit.type === 'space'
        ? [kinds(hit.kind), hit.note]
        : [hit.note]
  return (
    <>
      <HitIcon hit={hit} />
      <span className="min-w-0 flex-1">
        <span className="block truncate">{hit.title}</span>
        <span className="block truncate text-muted text-sm">{detail.filter(Boolean).join(' · ')}</span>
      </span>
    </>
  )
}

const SHORT = {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  hour: 'numeric',
  minute: '2-digit',
} as const

function HitIcon({ hit }: { hit: Hit }) {
  switch (hit.type) {
    case 'event':
      return <Icon name={eventIcons[hit.kind]} className="size-5 text-event" />
    case 'space':
      return <Icon name={spaceIcons[hit.kind]} className="size-5 text-space" />
    case 'address':
      return <Icon name="pin" className="size-5 text-muted" />
    case 'town':
      return <Icon name="map" className="size-5 text-muted" />
  }
}
