import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { eventIcons } from '@/components/events/event-kind'
import { EventWhen } from '@/components/events/event-when'
import { spaceIcons } from '@/components/spaces/space-kind'
import { Icon } from '@/components/ui/icon'
import type { Hit } from '@/lib/search/schema'

/** What was found, in two lines: what it is called, and what helps to tell it from another. */
export function HitBody({ hit, now }: { hit: Hit; now: Date }) {
  const kinds = useTranslations('spaces.kinds')
  return (
    <>
      <HitIcon hit={hit} />
      <span className="min-w-0 flex-1">
        <span className="block truncate">{hit.title}</span>
        <span className="block truncate text-muted text-sm first-letter:uppercase">{detail()}</span>
      </span>
    </>
  )

  function detail(): ReactNode {
    const note = hit.note && ` · ${hit.note}`
    switch (hit.type) {
      case 'event':
        return (
          <>
            <EventWhen event={hit} now={now} />
            {note}
          </>
        )
      case 'space':
        return `${kinds(hit.kind)}${note}`
      default:
        return hit.note
    }
  }
}

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
