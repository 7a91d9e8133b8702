import { useLocale, useTranslations } from 'next-intl'
import { HALF_DAYS } from '@/lib/wishes/terms'

/** A Monday: only its weekday is said. */
const MONDAY = Date.UTC(2024, 0, 1)
const DAY = 24 * 3_600_000

/** Which half-days of a week suit: a box each, seven rows of two. */
export function HalfDaysField({ chosen }: { chosen: string[] }) {
  const t = useTranslations('wishes')
  const locale = useLocale()
  const weekday = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' })
  const days = Array.from({ length: HALF_DAYS / 2 }, (_, day) => weekday.format(new Date(MONDAY + day * DAY)))
  const halves = [t('morning'), t('afternoon')]
  return (
    <fieldset>
      <legend className="font-semibold">{t('halfDays')}</legend>
      <p className="mb-1 text-muted text-sm">{t('halfDaysHint')}</p>
      <div className="grid grid-cols-[auto_1fr_1fr] items-center gap-x-3">
        {days.map((name, day) => (
          <div key={name} className="contents">
            <span className="first-letter:uppercase">{name}</span>
            {halves.map((half, index) => (
              <label key={half} className="flex min-h-11 items-center gap-2">
                <input
                  type="checkbox"
                  name="halfDays"
                  value={day * 2 + index}
                  defaultChecked={chosen.includes(String(day * 2 + index))}
                  className="size-5 shrink-0 accent-accent"
                />
                <span className="sr-only">{name}</span>
                <span>{half}</span>
              </label>
            ))}
          </div>
        ))}
      </div>
    </fieldset>
  )
}
