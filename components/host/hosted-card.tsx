import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { eventIcons } from '@/components/events/event-kind'
import { Card } from '@/components/ui/card'
import { Icon, type IconName } from '@/components/ui/icon'
import { Tag } from '@/components/ui/tag'
import type { EventKind } from '@/lib/events/kinds/terms'
import { Link } from '@/lib/i18n/navigation'

export type Hosted = {
  id: string
  seriesId: string | null
  kind: EventKind
  title: string
  when: string
  where: string
  going: number
  waiting: number
  capacity: number | null
  cancelled: boolean
  draft: boolean
  /** When a draft goes out by itself, in words. */
  goesOut: string | null
  unlisted: boolean
}

/** An event to its organizer: the card leads to its guests, and what can be done with it stands below. */
export function HostedCard({
  event,
  coming,
  children,
}: {
  event: Hosted
  coming: boolean
  children?: ReactNode
}) {
  const t = useTranslations('host')
  const { id, kind, title, when, where, going, waiting, capacity, cancelled, draft, goesOut } = event
  return (
    <Card className="relative flex flex-col gap-2">
      <div className="flex items-start gap-3">
        <span className="rounded-full bg-event-soft p-2 text-event">
          <Icon name={eventIcons[kind]} />
        </span>
        <div className="min-w-0 flex-1">
          <h3 className="text-lg">
            <Link href={`/host/${id}`} className="after:absolute after:inset-0 after:rounded-card">
              {title}
            </Link>
          </h3>
          <p className="first-letter:uppercase">{when}</p>
          {where && <p className="truncate text-muted text-sm">{where}</p>}
        </div>
      </div>
      <div className="flex flex-wrap gap-2">
        {draft ? (
          <Tag icon="edit">{goesOut ? t('goesOut', { when: goesOut }) : t('draft')}</Tag>
        ) : cancelled ? (
          <Tag tone="danger">{t('cancelled')}</Tag>
        ) : (
          <Tag tone={going > 0 ? 'good' : 'plain'} icon="people">
            {capacity === null ? t('going', { going }) : t('goingOf', { going, capacity })}
          </Tag>
        )}
        {event.unlisted && <Tag>{t('unlisted')}</Tag>}
        {waiting > 0 && coming && <Tag icon="clock">{t('waitingCount', { waiting })}</Tag>}
      </div>
      <div className="relative z-10 -mx-2 -mb-2 flex flex-wrap border-line border-t pt-1">
        {(coming || draft) && (
          <Tool href={`/host/${id}/edit`} icon="edit" label={t('editLink')} title={title} />
        )}
        <Tool href={`/host/new?from=${id}`} icon="copy" label={t('duplicate')} title={title} />
        {coming && <Tool href={`/host/${id}/cancel`} icon="close" label={t('cancelLink')} title={title} />}
      </div>
      {children}
    </Card>
  )
}

function Tool({ href, icon, label, title }: { href: string; icon: IconName; label: string; title: string }) {
  return (
    <Link
      href={href}
      className="inline-flex min-h-11 items-center gap-1.5 rounded-full px-3 text-accent text-sm hover:bg-accent-soft"
    >
      <Icon name={icon} className="size-4" />
      {label}
      <span className="sr-only">{title}</span>
    </Link>
  )
}
