import { useLocale, useTranslations } from 'next-intl'
import { Link } from '@/lib/i18n/navigation'
import { townPath, townsPath } from '@/lib/i18n/paths'
import type { Area } from '@/lib/map/coverage/rules'

/** Départements or countries, each with what it has, its first towns, and the way to all of them. */
export function AreaList({ areas, title }: { areas: Area[]; title: string }) {
  const t = useTranslations('towns')
  const locale = useLocale()
  const link = 'inline-flex min-h-11 items-center rounded-full bg-sunken px-3.5 hover:text-accent'
  if (areas.length === 0) return null
  return (
    <section className="flex flex-col gap-4">
      <h2 className="text-2xl">{title}</h2>
      <ul className="grid gap-3 lg:grid-cols-2">
        {areas.map((area) => (
          <li key={area.key} className="flex flex-col gap-3 rounded-card border border-line bg-card p-4">
            <div>
              <h3 className="text-lg">{areaName(area, locale)}</h3>
              <p className="text-muted">{t('has', area.counts)}</p>
            </div>
            <ul className="flex flex-wrap gap-2">
              {area.greatest.map(({ slug, town }) => (
                <li key={slug}>
                  <Link href={townPath(locale, slug)} className={link}>
                    {town.name}
                  </Link>
                </li>
              ))}
              {area.towns > area.greatest.length && (
                <li>
                  <Link href={`${townsPath(locale)}?area=${area.key}`} className={`${link} font-semibold`}>
                    {t('all', { count: area.towns })}
                  </Link>
                </li>
              )}
            </ul>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The name of a département, or that of a country in the reader's language. */
export function areaName({ region, country }: Pick<Area, 'region' | 'country'>, locale: string): string {
  return region || (new Intl.DisplayNames(locale, { type: 'region' }).of(country || 'ZZ') ?? country)
}
