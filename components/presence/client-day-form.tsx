'use client'

import { useLocale, useTranslations } from 'next-intl'
import { Field } from '@/components/ui/field'
import { FormMessage } from '@/components/ui/form-message'
import { RadioCards } from '@/components/ui/radio-cards'
import { Select } from '@/components/ui/select'
import { SubmitButton } from '@/components/ui/submit-button'
import { type FormAction, useFormAction } from '@/components/ui/use-form-action'
import { WEEKDAYS } from '@/lib/presence/clientdays/terms'
import { HALVES } from '@/lib/presence/halfdays/terms'
import { TownField } from './town-field'
import { weekdayName } from './weekly-words'

/** "Thursdays in Sophia Antipolis": a weekday, a half-day, and a town. */
export function ClientDayForm({ action }: { action: FormAction }) {
  const t = useTranslations('presence')
  const locale = useLocale()
  const { state, submit, typed } = useFormAction(action)
  return (
    <form action={submit} noValidate className="flex flex-col gap-5">
      <FormMessage state={state} />
      <Field id="weekday" label={t('weekday')} error={state.errors.weekday}>
        {(ids) => (
          // A list forgets what was chosen when the form comes back: it begins anew with it.
          <Select key={typed('weekday')} {...ids} name="weekday" defaultValue={typed('weekday') ?? '4'}>
            {WEEKDAYS.map((weekday) => (
              <option key={weekday} value={weekday}>
                {weekdayName(weekday, locale)}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <RadioCards
        name="half"
        legend={t('half')}
        columns={2}
        options={HALVES.map((half) => ({ value: half, label: t(`halves.${half}`) }))}
        defaultValue={typed('half') ?? 'morning'}
        error={state.errors.half}
      />
      <TownField defaultValue={typed('area') ?? ''} error={state.errors.area} />
      <SubmitButton variant="primary" className="w-full" pending={t('sending')}>
        {t('addDay')}
      </SubmitButton>
    </form>
  )
}
