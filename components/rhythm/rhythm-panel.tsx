import { useLocale, useTranslations } from 'next-intl'
import { moment } from '@/components/coffees/words'
import { Icon } from '@/components/ui/icon'
import { LinkButton } from '@/components/ui/link-button'
import type { MyRhythm } from '@/lib/rhythm/queries'
import { Ring } from './ring'

/** When one is out next: what is agreed, and an instant in the zone of its place. */
export interface NextOuting {
  startsAt: Date
  timeZone: string
}

/** One's own rhythm, calmly, and the next outing; or the offer of one. */
export function RhythmPanel({
  rhythm,
  next,
  now,
}: {
  rhythm: MyRhythm | null
  next: NextOuting | undefined
  now: Date
}) {
  const t = useTranslations('rhythm')
  const locale = useLocale()
  if (!rhythm)
    return (
      <p className="mb-8">
        <LinkButton href="/outings/rhythm" variant="plain" className="-ml-5">
          <Icon name="outings" />
          {t('offer')}
        </LinkButton>
      </p>
    )
  const out = rhythm.weeks.filter((week) => week.out).length
  return (
    <section
      aria-label={t('title')}
      className="mb-8 flex items-center gap-5 rounded-card border border-line bg-card p-4"
    >
      <Ring weeks={rhythm.weeks} />
      <div className="flex min-w-0 flex-col gap-1">
        <h2 className="text-xl">{t(rhythm.pace)}</h2>
        <p className="text-muted">{t('since', { out, weeks: rhythm.weeks.length })}</p>
        <p>{next ? t('next', { when: moment(next.startsAt, next.timeZone, locale, now) }) : t('noNext')}</p>
        {rhythm.silent && <p className="text-muted text-sm">{t('silent')}</p>}
        <LinkButton href="/outings/rhythm" variant="plain" className="-ml-5 self-start">
          {t('change')}
        </LinkButton>
      </div>
    </section>
  )
}
