import { useLocale, useTranslations } from 'next-intl'
import { whenWords } from '@/lib/events/when/rules'

type Times = { startsAt: string; endsAt: string; timeZone: string }

/** When an event is, as a friend would say it: "demain 8 h 30". */
export function EventWhen({ event, now }: { event: Times; now: Date }) {
  const t = useTranslations('when')
  const locale = useLocale()
  const { key, values } = whenWords(
    { startsAt: new Date(event.startsAt), endsAt: new Date(event.endsAt), timeZone: event.timeZone },
    now,
    locale,
  )
  return <time dateTime={event.startsAt}>{t(key, values)}</time>
}
