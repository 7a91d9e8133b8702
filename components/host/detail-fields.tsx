import { useTranslations } from 'next-intl'
import { Field } from '@/components/ui/field'
import { Icon } from '@/components/ui/icon'
import { Select } from '@/components/ui/select'
import { TextArea } from '@/components/ui/text-area'
import { TextInput } from '@/components/ui/text-input'
import type { Draft } from './use-draft'

type Props = {
  values: Draft
  errors: Record<string, string>
  taken: number | null
  languages: { code: string; name: string }[]
  /** At somebody's home: few seats, and said how many. */
  home: boolean
}

/** What can be left as it is: a word of welcome, seats, price and language. */
export function DetailFields({ values, errors, taken, languages, home }: Props) {
  const t = useTranslations('host.form')
  const open = Boolean(values.price || errors.price || errors.language)
  return (
    <>
      <Field
        id="welcome"
        label={t('welcome')}
        note={t('optional')}
        hint={t(home ? 'homeWelcomeHint' : 'welcomeHint')}
        error={errors.welcome}
      >
        {(ids) => (
          <TextArea
            {...ids}
            name="welcome"
            rows={3}
            maxLength={2000}
            defaultValue={values.welcome}
            placeholder={t('welcomeExample')}
          />
        )}
      </Field>
      <Field
        id="capacity"
        label={t('capacity')}
        note={home ? undefined : t('optional')}
        hint={taken ? t('capacityTaken', { taken }) : t(home ? 'homeCapacityHint' : 'capacityHint')}
        error={errors.capacity}
      >
        {(ids) => (
          <TextInput
            {...ids}
            name="capacity"
            inputMode="numeric"
            autoComplete="off"
            maxLength={10}
            defaultValue={values.capacity}
            className="max-w-32"
          />
        )}
      </Field>
      <details open={open} className="group rounded-xl border border-line bg-card">
        <summary className="flex min-h-11 list-none items-center justify-between gap-2 px-4 py-2 font-semibold [&::-webkit-details-marker]:hidden">
          {t('more')}
          <Icon name="down" className="size-5 transition-transform group-open:rotate-180" />
        </summary>
        <div className="flex flex-col gap-4 px-4 pt-1 pb-4">
          <Field
            id="price"
            label={t('price')}
            note={t('optional')}
            hint={t('priceHint')}
            error={errors.price}
          >
            {(ids) => (
              <TextInput
                {...ids}
                name="price"
                maxLength={80}
                defaultValue={values.price}
                placeholder={t('priceExample')}
              />
            )}
          </Field>
          <Field id="language" label={t('language')} error={errors.language}>
            {(ids) => (
              <Select {...ids} name="language" defaultValue={values.language}>
                {languages.map(({ code, name }) => (
                  <option key={code} value={code}>
                    {name}
                  </option>
                ))}
              </Select>
            )}
          </Field>
        </div>
      </details>
    </>
  )
}
