import { useTranslations } from 'next-intl'
import { Checkbox } from '@/components/ui/checkbox'
import { FieldError } from '@/components/ui/field-error'
import { EditField, type Filled, listOf, textOf } from './edit-field'
import { ThreeWay } from './three-way'

/** What makes a day there pleasant. */
export function ComfortFields({ filled }: { filled: Filled }) {
  const t = useTranslations('spaceEdit')
  return (
    <>
      {(['coffee', 'outdoor', 'airConditioning', 'bikeParking'] as const).map((name) => (
        <ThreeWay
          key={name}
          name={name}
          legend={t(name)}
          value={textOf(filled, name)}
          error={filled.errors[name]}
        />
      ))}
      <EditField
        name="capacity"
        label={t('capacity')}
        inputMode="numeric"
        maxLength={5}
        className="max-w-32"
        filled={filled}
      />
    </>
  )
}

/** Getting in without a step. */
export function AccessFields({ filled }: { filled: Filled }) {
  const t = useTranslations('spaceEdit')
  const options = (['yes', 'limited', 'no'] as const).map((value) => ({ value, label: t(`access.${value}`) }))
  return (
    <>
      {(['wheelchair', 'toiletsWheelchair'] as const).map((name) => (
        <ThreeWay
          key={name}
          name={name}
          legend={t(name)}
          value={textOf(filled, name)}
          options={options}
          error={filled.errors[name]}
        />
      ))}
    </>
  )
}

/** Languages that are spoken there, each a box. */
export function LanguageFields({
  filled,
  languages,
}: {
  filled: Filled
  languages: { code: string; name: string }[]
}) {
  const t = useTranslations('spaceEdit')
  const spoken = listOf(filled, 'languages')
  return (
    <fieldset aria-describedby={filled.errors.languages ? 'languages-error' : undefined}>
      <legend className="font-semibold">{t('languages')}</legend>
      <input type="hidden" name="languages" value="" />
      <div className="grid grid-cols-2 sm:grid-cols-3">
        {languages.map(({ code, name }) => (
          <Checkbox
            key={code}
            name="languages"
            value={code}
            label={name}
            defaultChecked={spoken.includes(code)}
          />
        ))}
      </div>
      <FieldError id="languages-error" error={filled.errors.languages} />
    </fieldset>
  )
}
