import { useTranslations } from 'next-intl'
import { Icon } from '@/components/ui/icon'
import { Tag } from '@/components/ui/tag'
import { Link } from '@/lib/i18n/navigation'
import type { RsvpStatus } from '@/lib/rsvps/schema'

export type Outing = {
  href: string
  title: string
  /** In words, in the zone of the place. */
  when: string
  where: string
  organizerName: string
  cancelled: boolean
  /** Where one stands, when it is not simply coming. */
  status: RsvpStatus
  /** Rank in the queue, for those who wait. */
  place: number | null
}

/** One of a person's own outings. */
export function OutingCard({ outing }: { outing: Outing }) {
  const t = useTranslations('outings')
  const { href, title, when, where, organizerName, cancelled, status, place } = outing
  return (
    <Link
      href={href}
      className="flex flex-col gap-1 rounded-card border border-line bg-card p-4 hover:border-edge"
    >
      <span className="flex flex-wrap items-center gap-2">
        <span className={`font-display font-semibold text-lg ${cancelled ? 'line-through' : ''}`}>
          {title}
        </span>
        {cancelled && <Tag tone="danger">{t('cancelled')}</Tag>}
        {place !== null && <Tag>{t('place', { place })}</Tag>}
        {(status === 'asked' || status === 'offered' || status === 'maybe') && <Tag>{t(status)}</Tag>}
      </span>
      <span className="flex items-start gap-1.5">
        <Icon name="clock" className="mt-0.5 size-5 text-muted" />
        {when}
      </span>
      <span className="flex items-start gap-1.5 text-muted">
        <Icon name="pin" className="mt-0.5 size-5" />
        {[where, t('with', { name: organizerName })].filter(Boolean).join(' · ')}
      </span>
    </Link>
  )
}
