'use client'

import { useLocale, useTranslations } from 'next-intl'
import { Field } from '@/components/ui/field'
import { FormMessage } from '@/components/ui/form-message'
import { RadioCards } from '@/components/ui/radio-cards'
import { Select } from '@/components/ui/select'
import { SubmitButton } from '@/components/ui/submit-button'
import { TimeZoneField } from '@/components/ui/time-zone-field'
import { type FormAction, useFormAction } from '@/components/ui/use-form-action'
import type { MyRhythm } from '@/lib/rhythm/queries'
import { HOURS, PACES } from '@/lib/rhythm/terms'

/** A Monday, and its hours. */
const MONDAY = Date.UTC(2024, 0, 1)
const HOUR = 3_600_000

/** How often, and at which hour one may be written to. */
export function RhythmForm({ action, rhythm }: { action: FormAction; rhythm: MyRhythm | null }) {
  const t = useTranslations('rhythm')
  const locale = useLocale()
  const { state, submit, typed, round } = useFormAction(action)
  const words = (options: Intl.DateTimeFormatOptions, at: number) =>
    new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options }).format(at)
  return (
    <form key={round} action={submit} noValidate className="flex flex-col gap-6">
      <FormMessage state={state} />
      <RadioCards
        name="pace"
        legend={t('pace')}
        options={PACES.map((pace) => ({ value: pace, label: t(pace) }))}
        defaultValue={typed('pace') ?? rhythm?.pace ?? 'weekly'}
        error={state.errors.pace}
      />
      <Field id="hour" label={t('hour')} hint={t('hourHint')} error={state.errors.hour}>
        {(ids) => (
          <Select {...ids} name="hour" defaultValue={typed('hour') ?? String(rhythm?.hour ?? 18)}>
            {HOURS.map((hour) => (
              <option key={hour} value={hour}>
                {words({ hour: 'numeric', minute: '2-digit' }, MONDAY + hour * HOUR)}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field id="digestDay" label={t('digest')} hint={t('digestHint')} error={state.errors.digestDay}>
        {(ids) => (
          <Select
            {...ids}
            name="digestDay"
            defaultValue={typed('digestDay') ?? String(rhythm?.digestDay ?? '')}
          >
            <option value="">{t('noDigest')}</option>
            {[1, 2, 3, 4, 5, 6, 7].map((day) => (
              <option key={day} value={day}>
                {t('digestOn', { day: words({ weekday: 'long' }, MONDAY + (day - 1) * 24 * HOUR) })}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <TimeZoneField />
      <SubmitButton variant="primary" className="w-full text-lg" pending={t('sending')}>
        {t(rhythm ? 'save' : 'choose')}
      </SubmitButton>
    </form>
  )
}
