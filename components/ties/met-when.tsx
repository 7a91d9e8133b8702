import { useLocale, useTranslations } from 'next-intl'
import { dayInFull } from '@/lib/events/when/rules'
import type { MetPerson } from '@/lib/ties/queries'

/** How often one met somebody, and when last. */
export function MetWhen({ person, now }: { person: MetPerson; now: Date }) {
  const t = useTranslations('seeAgain')
  const locale = useLocale()
  const { times, last, timeZone } = person
  return (
    <p className="text-muted text-sm">
      {last ? t('times', { count: times, day: dayInFull(last, timeZone, locale, now) }) : t('never')}
    </p>
  )
}
