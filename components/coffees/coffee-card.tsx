import { useLocale, useTranslations } from 'next-intl'
import { Icon } from '@/components/ui/icon'
import { Tag } from '@/components/ui/tag'
import type { CoffeePage } from '@/lib/coffees/queries'
import { Link } from '@/lib/i18n/navigation'
import { moment, together } from './words'

/** One of a person's own coffees: with whom, and what is to be done about it. */
export function CoffeeCard({ coffee, now }: { coffee: CoffeePage; now: Date }) {
  const t = useTranslations('coffees')
  const locale = useLocale()
  const { id, kind, standing, startsAt, timeZone, decideBy, mine, space, toReport } = coffee
  return (
    <Link
      href={`/coffees/${id}`}
      className="flex flex-col gap-1 rounded-card border border-line bg-card p-4 hover:border-edge"
    >
      <span className="flex flex-wrap items-center gap-2">
        <span className="font-display font-semibold text-lg">
          {t('with', { kind, names: together(coffee.others, locale) })}
        </span>
        {standing === 'open' && mine.answer && <Tag>{t(mine.answer === 'yes' ? 'saidYes' : 'saidNo')}</Tag>}
        {toReport && <Tag tone="event">{t('tellUs')}</Tag>}
      </span>
      <span className="flex items-start gap-1.5">
        <Icon name="clock" className="mt-0.5 size-5 text-muted" />
        {startsAt
          ? moment(startsAt, timeZone, locale, now)
          : t('until', { when: moment(decideBy, timeZone, locale, now) })}
      </span>
      {space && (
        <span className="flex items-start gap-1.5 text-muted">
          <Icon name="pin" className="mt-0.5 size-5" />
          {[space.name, space.city].filter(Boolean).join(', ')}
        </span>
      )}
    </Link>
  )
}
