import { useLocale, useTranslations } from 'next-intl'
import { Icon } from '@/components/ui/icon'
import { LinkButton } from '@/components/ui/link-button'
import { Tag } from '@/components/ui/tag'
import type { AreaCount } from '@/lib/freelancers/queries'

/** To those who have not signed in, people are a count per area; and an invitation. */
export function AreaCounts({ areas, returnTo }: { areas: AreaCount[]; returnTo: string }) {
  const t = useTranslations('freelancers')
  const locale = useLocale()
  const total = areas.reduce((sum, { count }) => sum + count, 0)
  return (
    <section className="flex flex-col gap-3 rounded-card bg-person-soft p-4">
      <h2 className="flex items-center gap-2 text-person text-xl">
        <Icon name="people" className="size-6" />
        {t('count', { count: total })}
      </h2>
      <ul className="flex flex-wrap gap-1.5">
        {areas.map(({ area, count }) => (
          <li key={area}>
            <Tag>{t('inArea', { area: area || t('nearHere'), count })}</Tag>
          </li>
        ))}
      </ul>
      <p>{t('invitation')}</p>
      <LinkButton
        href={{
          pathname: '/sign-in',
          query: { returnTo: `/${locale}${returnTo === '/' ? '' : returnTo.slice(1)}` },
        }}
        className="self-start"
      >
        {t('signIn')}
      </LinkButton>
    </section>
  )
}
