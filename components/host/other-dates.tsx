import { useTranslations } from 'next-intl'
import { Icon } from '@/components/ui/icon'
import { Link } from '@/lib/i18n/navigation'
import type { Hosted } from './hosted-card'

/** The other dates of a series behind its first: each leads to who comes. */
export function OtherDates({ events }: { events: Hosted[] }) {
  const t = useTranslations('host')
  if (events.length === 0) return null
  return (
    <details className="group relative z-10 -mx-4 -mb-4 border-line border-t px-4">
      <summary className="flex min-h-11 list-none items-center justify-between gap-2 text-sm [&::-webkit-details-marker]:hidden">
        {t('otherDates', { count: events.length })}
        <Icon name="down" className="size-5 transition-transform group-open:rotate-180" />
      </summary>
      <ul className="pb-2">
        {events.map(({ id, when, going, capacity, cancelled }) => (
          <li key={id}>
            <Link
              href={`/host/${id}`}
              className="flex min-h-11 flex-wrap items-center justify-between gap-x-4 hover:text-accent"
            >
              <span className="underline first-letter:uppercase">{when}</span>
              <span className="text-muted text-sm">
                {cancelled
                  ? t('cancelled')
                  : capacity === null
                    ? t('going', { going })
                    : t('goingOf', { going, capacity })}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </details>
  )
}
