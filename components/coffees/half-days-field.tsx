import { useLocale, useTranslations } from 'next-intl'
import { FieldError } from '@/components/ui/field-error'

/** A Monday. */
const MONDAY = Date.UTC(2024, 0, 1)
const DAY = 86_400_000

/** Fourteen boxes: mornings and afternoons of a week. */
export function HalfDaysField({ mask, error }: { mask: number; error?: string }) {
  const t = useTranslations('coffees')
  const locale = useLocale()
  const name = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' })
  return (
    <fieldset aria-describedby={error ? 'halfDays-error' : undefined}>
      <legend className="mb-1.5 font-semibold">{t('halfDays')}</legend>
      <div className="grid grid-cols-[1fr_auto_auto] items-center gap-x-2 rounded-xl border border-edge bg-card px-3 py-1">
        <span />
        <span aria-hidden="true" className="px-2 py-2 text-muted text-sm">
          {t('morning')}
        </span>
        <span aria-hidden="true" className="px-2 py-2 text-muted text-sm">
          {t('afternoon')}
        </span>
        {Array.from({ length: 7 }, (_, day) => {
          const weekday = name.format(MONDAY + day * DAY)
          return (
            <div
              key={weekday}
              className="col-span-3 grid grid-cols-subgrid items-center border-line border-t"
            >
              <span aria-hidden="true" className="first-letter:uppercase">
                {weekday}
              </span>
              {(['morning', 'afternoon'] as const).map((half, i) => {
                const bit = day * 2 + i
                return (
                  <label key={half} className="grid min-h-11 min-w-11 place-items-center">
                    <input
                      type="checkbox"
                      name="halfDays"
                      value={bit}
                      aria-label={t('halfDay', { day: weekday, half })}
                      defaultChecked={(mask >> bit) % 2 === 1}
                      className="size-5 accent-accent"
                    />
                  </label>
                )
              })}
            </div>
          )
        })}
      </div>
      <FieldError id="halfDays-error" error={error} />
    </fieldset>
  )
}
