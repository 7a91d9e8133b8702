import { useLocale, useTranslations } from 'next-intl'
import { Field } from '@/components/ui/field'
import { TextInput } from '@/components/ui/text-input'
import { movedEnd } from '@/lib/events/clock/rules'
import type { WallTimes } from '@/lib/events/times/rules'

type Props = {
  wall: WallTimes
  onWall: (wall: WallTimes) => void
  /** Of the place (IANA), once it is known. */
  timeZone: string | null
  errors: Record<string, string>
}

/** Day and hours, by the clocks of the place. The end moves with the start. */
export function WhenFields({ wall, onWall, timeZone, errors }: Props) {
  const t = useTranslations('host.form')
  const locale = useLocale()

  function moveStart(start: string) {
    const moves = start && wall.start && wall.end
    onWall({ ...wall, start, end: moves ? movedEnd(wall.start, wall.end, start) : wall.end })
  }

  return (
    <fieldset className="flex flex-col gap-3" aria-describedby="when-zone">
      <legend className="mb-2 font-display font-semibold text-xl">{t('when')}</legend>
      <Field id="day" label={t('day')} error={errors.day}>
        {(ids) => (
          <TextInput
            {...ids}
            name="day"
            type="date"
            value={wall.day}
            onChange={(event) => onWall({ ...wall, day: event.target.value })}
          />
        )}
      </Field>
      <div className="grid grid-cols-2 gap-3">
        <Field id="start" label={t('start')} error={errors.start}>
          {(ids) => (
            <TextInput
              {...ids}
              name="start"
              type="time"
              value={wall.start}
              onChange={(event) => moveStart(event.target.value)}
            />
          )}
        </Field>
        <Field id="end" label={t('end')} error={errors.end}>
          {(ids) => (
            <TextInput
              {...ids}
              name="end"
              type="time"
              value={wall.end}
              onChange={(event) => onWall({ ...wall, end: event.target.value })}
            />
          )}
        </Field>
      </div>
      <p id="when-zone" className="text-muted text-sm" suppressHydrationWarning>
        {wall.end && wall.end <= wall.start && `${t('nextDay')} `}
        {timeZone ? t('zone', { zone: zoneName(timeZone, locale) }) : t('zoneOfPlace')}
      </p>
    </fieldset>
  )
}

/** "heure d’Europe centrale": what the browser calls it, which may differ from what the server does. */
function zoneName(timeZone: string, locale: string): string {
  const parts = new Intl.DateTimeFormat(locale, { timeZone, timeZoneName: 'longGeneric' }).formatToParts()
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? timeZone
}
