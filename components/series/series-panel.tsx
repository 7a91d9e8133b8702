import { useLocale, useTranslations } from 'next-intl'
import { buttonClass } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import type { FormAction } from '@/components/ui/use-form-action'
import type { SeriesInWords } from '@/lib/events/series/queries'
import { dayInFull, type Locale, timeOfDay } from '@/lib/events/when/rules'
import { Link } from '@/lib/i18n/navigation'
import { ComeToAll } from './come-to-all'
import { useRuleWords } from './rule-words'

type Props = {
  series: SeriesInWords
  now: Date
  /** None for who is signed out or hosts. */
  actions: { come: FormAction; stop: FormAction } | null
  /** Other dates lead to where their hosts see who comes. */
  hosting?: boolean
}

/** How an outing comes back, its other dates, and coming to all of them by an explicit choice. */
export function SeriesPanel({ series, now, actions, hosting = false }: Props) {
  const t = useTranslations('series')
  const locale: Locale = useLocale()
  const words = useRuleWords()
  const { others, timeZone, ended, atAll } = series
  return (
    <section className="flex flex-col gap-3">
      <h2 className="text-xl">{t('comesBack')}</h2>
      {!ended && <p>{words(series.words)}.</p>}
      {others.length > 0 && (
        <>
          <h3 className="font-semibold">{t('otherDates')}</h3>
          <ul className="flex flex-col">
            {others.map(({ id, slug, startsAt }) => (
              <li key={id}>
                <Link
                  href={hosting ? `/host/${id}` : `/events/${id}/${slug}`}
                  className="inline-flex min-h-11 items-center underline first-letter:uppercase hover:text-accent"
                >
                  {dayInFull(startsAt, timeZone, locale, now)}, {timeOfDay(startsAt, timeZone, locale)}
                </Link>
              </li>
            ))}
          </ul>
        </>
      )}
      {actions && !ended && <ComeToAll seriesId={series.id} atAll={atAll} actions={actions} />}
      <a className={buttonClass('plain', 'self-start')} href={`/api/v1/series/${series.id}/calendar.ics`}>
        <Icon name="calendar" />
        {t('feed')}
      </a>
    </section>
  )
}
