import { useLocale, useTranslations } from 'next-intl'
import { daysAway, timeOfDay } from '@/lib/events/when/rules'

type Props = {
  state: 'open' | 'closed' | 'unknown'
  /** When that changes, if it is known. */
  changesAt: Date | null
  /** IANA zone of the place. */
  timeZone: string
  now: Date
}

/** Whether a place is open, and until when or from when. */
export function OpenNow({ state, changesAt, timeZone, now }: Props) {
  const t = useTranslations('spaces.page')
  const locale = useLocale()
  if (state === 'unknown') return <span className="text-muted">{t('unknown')}</span>
  const look = state === 'open' ? 'font-semibold text-good' : 'text-muted'
  if (!changesAt) return <span className={look}>{t(state)}</span>
  const time = timeOfDay(changesAt, timeZone, locale)
  const days = daysAway(changesAt, timeZone, now)
  const day = new Intl.DateTimeFormat(locale, { timeZone, weekday: 'long' }).format(changesAt)
  const opens = days === 0 ? 'opensAt' : days === 1 ? 'opensTomorrow' : 'opensOn'
  const key = state === 'closed' ? opens : days === 0 ? 'openUntil' : 'openUntilDay'
  return <span className={look}>{t(key, { time, day })}</span>
}
