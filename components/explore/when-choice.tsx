import { useTranslations } from 'next-intl'
import { TextInput } from '@/components/ui/text-input'
import { isDay } from '@/lib/map/rules'
import { NAMED_WHENS, type When } from '@/lib/map/terms'

/** A stretch of time by its name, or a day. */
export function WhenChoice({ id, chosen }: { id: string; chosen: When }) {
  const t = useTranslations('filters')
  return (
    <fieldset>
      <legend className="font-semibold">{t('when')}</legend>
      <div className="flex flex-wrap gap-x-6">
        {NAMED_WHENS.map((when) => (
          <label key={when} className="flex min-h-11 items-center gap-3">
            <input
              type="radio"
              name="when"
              value={when}
              defaultChecked={chosen === when || (when === 'any' && isDay(chosen))}
              className="size-5 accent-accent"
            />
            {t(`whens.${when}`)}
          </label>
        ))}
      </div>
      <label htmlFor={`${id}-date`} className="flex items-center gap-3">
        {t('date')}
        <TextInput
          id={`${id}-date`}
          type="date"
          name="date"
          defaultValue={isDay(chosen) ? chosen : ''}
          className="max-w-48"
        />
      </label>
    </fieldset>
  )
}
