import { useTranslations } from 'next-intl'
import { Field } from '@/components/ui/field'
import { TextInput } from '@/components/ui/text-input'
import type { MySettings } from '@/lib/settings/queries'
import { clockField } from '@/lib/settings/rules'

type Props = {
  settings: MySettings
  typed: (name: string) => string | undefined
  errors: Record<string, string>
}

/** Hours in which nothing rings: two times of day, or nothing for never. */
export function QuietFields({ settings, typed, errors }: Props) {
  const t = useTranslations('settings')
  const fields = [
    ['quietFrom', settings.quietFrom],
    ['quietTo', settings.quietTo],
  ] as const
  return (
    <fieldset className="rounded-card border border-line bg-card p-4">
      <legend className="float-left w-full font-semibold">{t('quiet')}</legend>
      <p className="clear-both mb-3 text-muted text-sm">{t('quietText')}</p>
      <div className="grid grid-cols-2 gap-3">
        {fields.map(([name, saved]) => (
          <Field key={name} id={name} label={t(name)} error={errors[name]}>
            {(ids) => (
              <TextInput
                {...ids}
                name={name}
                type="time"
                maxLength={8}
                defaultValue={typed(name) ?? clockField(saved)}
              />
            )}
          </Field>
        ))}
      </div>
      {settings.timeZone && (
        <p className="mt-3 text-muted text-sm">
          {t('quietZone', { zone: settings.timeZone.replaceAll('_', ' ') })}
        </p>
      )}
    </fieldset>
  )
}
