import { useLocale, useTranslations } from 'next-intl'
import { type Locale, timeOfDay } from '@/lib/events/when/rules'

/** One day of the place's week. Times are minutes since midnight of that day; an end past 1440 is after midnight. */
export interface OpenDay {
  /** YYYY-MM-DD, in the place's zone. */
  date: string
  ranges: { from: number; to: number }[]
}

/** The week's hours, from today on. */
export function OpeningWeek({ week }: { week: OpenDay[] }) {
  const t = useTranslations('spaces.page')
  const locale = useLocale()
  const weekday = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', weekday: 'long' })
  return (
    <table className="text-left">
      <caption className="sr-only">{t('week')}</caption>
      <tbody>
        {week.map(({ date, ranges }, index) => (
          <tr key={date} className={index === 0 ? 'font-semibold' : 'font-normal'}>
            <th scope="row" className="py-1 pr-6 [font-weight:inherit] first-letter:capitalize">
              {weekday.format(new Date(`${date}T12:00:00Z`))}
            </th>
            <td className={ranges.length === 0 ? 'text-muted' : ''}>
              {ranges.length === 0
                ? t('closedDay')
                : ranges.map(({ from, to }) => `${clock(from, locale)} – ${clock(to, locale)}`).join(', ')}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function clock(minutes: number, locale: Locale): string {
  return timeOfDay(new Date(Date.UTC(2000, 0, 1, 0, minutes % 1440)), 'UTC', locale)
}
