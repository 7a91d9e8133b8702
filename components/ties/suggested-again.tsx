import { useLocale, useTranslations } from 'next-intl'
import { dayInFull, timeOfDay } from '@/lib/events/when/rules'
import { Link } from '@/lib/i18n/navigation'
import type { Suggested } from '@/lib/ties/suggestions/queries'

/** "It has been six weeks", when both have time, and a small outing near both. Never more than a line of text. */
export function SuggestedAgain({ suggested, now }: { suggested: Suggested; now: Date }) {
  const t = useTranslations('seeAgain')
  const locale = useLocale()
  const { weeks, free, event } = suggested
  // A day of the calendar, whatever the zone.
  const day = free && dayInFull(new Date(`${free.day}T12:00:00Z`), 'UTC', locale, now)
  return (
    <p>
      {t('weeks', { count: weeks })}{' '}
      {day && t(free.half === 'morning' ? 'freeMorning' : 'freeAfternoon', { day })}{' '}
      {event &&
        t.rich('nearBoth', {
          title: event.title,
          when: `${dayInFull(new Date(event.startsAt), event.timeZone, locale, now)}, ${timeOfDay(new Date(event.startsAt), event.timeZone, locale)}`,
          event: (words) => (
            <Link href={`/events/${event.id}/${event.slug}`} className="text-accent underline">
              {words}
            </Link>
          ),
        })}
    </p>
  )
}
