import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { type Basemap, MiniMap } from '@/components/map/mini-map'
import { Markdown } from '@/components/markdown/markdown'
import { Notice } from '@/components/ui/notice'
import { Page } from '@/components/ui/page'
import { PageHeader } from '@/components/ui/page-header'
import { ShareButton } from '@/components/ui/share-button'
import type { EventKind } from '@/lib/events/kinds/terms'
import type { EventStatus } from '@/lib/events/status/schema'
import { EventCompany } from './event-company'
import { EventFacts, type EventInFull } from './event-facts'
import { EventKindTag } from './event-kind'

type Props = {
  event: EventInFull & {
    id: string
    kind: EventKind
    welcome: string
    status: EventStatus
    cancelMessage: string
    demo: boolean
  }
  now: Date
  /** Absolute, for sharing. */
  url: string
  onlineUrl: string | null
  basemap: Basemap
  company: { going: number; firstNames: string[]; signedIn: boolean }
  /** The panel that takes a seat. */
  children: ReactNode
  /** What an outing that comes back says of itself. */
  series?: ReactNode
}

/** An event's whole page: on a phone the seat comes before the story, on a desk it stands beside it. */
export function EventDetails({ event, now, url, onlineUrl, basemap, company, children, series }: Props) {
  const t = useTranslations('events.page')
  const cancelled = event.status === 'cancelled'
  return (
    <Page width="wide">
      <div className="flex flex-col gap-8 lg:grid lg:grid-cols-[1fr_22rem] lg:grid-rows-[auto_1fr] lg:gap-x-10">
        <div className="order-1">
          <PageHeader
            back={{ href: '/', label: t('back') }}
            above={<EventKindTag kind={event.kind} />}
            title={<span className={cancelled ? 'line-through' : ''}>{event.title}</span>}
          />
          {cancelled && (
            <div className="mb-6">
              <Notice tone="danger">
                <strong className="block">{t('cancelledTitle')}</strong>
                {event.cancelMessage ||
                  (event.organizerName && t('cancelledBy', { name: event.organizerName }))}
              </Notice>
            </div>
          )}
          <EventFacts event={event} now={now} onlineUrl={onlineUrl} />
        </div>
        {/* One column on a desk; on a phone its two parts stand before and after the story. */}
        <div className="contents lg:order-2 lg:row-span-2 lg:flex lg:flex-col lg:gap-8">
          <div className="order-2 rounded-card lg:border lg:border-line lg:bg-card lg:p-5 lg:shadow-lift">
            {children}
          </div>
          {event.lat !== null && event.lng !== null && !event.placeHidden && (
            <section className="order-4 flex flex-col gap-3">
              <h2 className="text-xl">{t('map')}</h2>
              <MiniMap at={{ lat: event.lat, lng: event.lng }} kind="event" basemap={basemap} />
            </section>
          )}
        </div>
        <div className="order-3 flex flex-col gap-8">
          {event.welcome && (
            <section className="flex flex-col gap-2">
              <h2 className="text-xl">
                {event.organizerName ? t('about', { name: event.organizerName }) : t('aboutHidden')}
              </h2>
              <Markdown text={event.welcome} />
            </section>
          )}
          {!cancelled && <EventCompany {...company} />}
          {series}
          <div className="flex flex-wrap gap-3">
            <ShareButton url={url} title={event.title} labels={{ share: t('share'), copied: t('copied') }} />
          </div>
          {event.demo && <p className="text-muted text-sm">{t('demo')}</p>}
        </div>
      </div>
    </Page>
  )
}
