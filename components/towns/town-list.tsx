import { useLocale, useTranslations } from 'next-intl'
import { Link } from '@/lib/i18n/navigation'
import { townPath } from '@/lib/i18n/paths'
import type { Covered } from '@/lib/map/coverage/queries'

/** Towns as links, each with what it has; with `distance` (metres), how far it is. */
export function TownList({ towns }: { towns: (Covered & { distance?: number })[] }) {
  const t = useTranslations('towns')
  const locale = useLocale()
  return (
    <ul className="grid gap-2 sm:grid-cols-2">
      {towns.map(({ slug, town, spaces, events, distance }) => (
        <li key={slug} className="grid">
          <Link
            href={townPath(locale, slug)}
            className="flex min-h-11 flex-wrap items-baseline gap-x-2 rounded-card border border-line bg-card px-3.5 py-2.5 hover:border-edge"
          >
            <span className="font-semibold">{town.name}</span>
            <span className="text-muted text-sm">
              {t('has', { spaces, events })}
              {distance !== undefined && ` · ${t('away', { km: Math.max(1, Math.round(distance / 1000)) })}`}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  )
}
