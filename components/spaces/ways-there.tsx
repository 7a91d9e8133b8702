import { useTranslations } from 'next-intl'
import { Icon } from '@/components/ui/icon'
import { waysTo } from '@/lib/geo/directions'
import type { LatLng } from '@/lib/geo/types'

/** The way there in whichever app one has. */
export function WaysThere({ to, name }: { to: LatLng; name: string }) {
  const t = useTranslations('spacePage')
  return (
    <details className="group">
      <summary className="inline-flex min-h-11 cursor-pointer items-center gap-1 font-semibold text-accent [&::-webkit-details-marker]:hidden">
        <span className="underline">{t('directions')}</span>
        <Icon name="down" className="size-4.5 transition-transform group-open:rotate-180" />
      </summary>
      <ul className="flex flex-wrap gap-2 pt-1 pb-2">
        {waysTo(to, name).map(({ app, url }) => (
          <li key={app}>
            <a
              href={url}
              rel="noopener noreferrer"
              className="inline-flex min-h-11 items-center rounded-full border border-edge bg-card px-4 text-base text-ink hover:bg-sunken"
            >
              {t(`apps.${app}`)}
            </a>
          </li>
        ))}
      </ul>
    </details>
  )
}
