'use client'

import { useTranslations } from 'next-intl'
import { AreaField } from '@/components/me/area-field'
import { Checkbox } from '@/components/ui/checkbox'
import { Field } from '@/components/ui/field'
import { FormMessage } from '@/components/ui/form-message'
import { RadioCards } from '@/components/ui/radio-cards'
import { Select } from '@/components/ui/select'
import { SubmitButton } from '@/components/ui/submit-button'
import { type FormAction, useFormAction } from '@/components/ui/use-form-action'
import { WORKING_DAYS } from '@/lib/coffees/halfdays/terms'
import type { MyMembership } from '@/lib/coffees/members/queries'
import { REACHES } from '@/lib/coffees/members/terms'
import { HalfDaysField } from './half-days-field'

type Props = {
  action: FormAction
  /** How they take part; null before the first time. */
  membership: MyMembership | null
  /** Where they live is not known yet. */
  needsHome: boolean
  trade: string
}

/** With how many, when, and how far. Filled in, so that one tap is enough. */
export function MemberForm({ action, membership, needsHome, trade }: Props) {
  const t = useTranslations('coffees')
  const { state, submit, typed, round } = useFormAction(action)
  const { errors } = state
  const kept = state.status === 'refused' ? [state.values.halfDays ?? []].flat().map(Number) : null
  const mask = kept ? kept.reduce((sum, bit) => sum + 2 ** bit, 0) : (membership?.halfDays ?? WORKING_DAYS)
  return (
    <form key={round} action={submit} noValidate className="flex flex-col gap-6">
      <FormMessage state={state} />
      {needsHome && <AreaField defaultValue={typed('area') ?? ''} error={errors.area} />}
      <RadioCards
        name="size"
        legend={t('size')}
        columns={2}
        options={[
          { value: 'pair', label: t('pair'), icon: 'pair' },
          { value: 'trio', label: t('trio'), icon: 'people' },
        ]}
        defaultValue={typed('size') ?? membership?.size ?? 'pair'}
        error={errors.size}
      />
      <HalfDaysField mask={mask} error={errors.halfDays} />
      <Field id="reachKm" label={t('reach')} hint={t('reachHint')} error={errors.reachKm}>
        {(ids) => (
          <Select
            {...ids}
            name="reachKm"
            defaultValue={typed('reachKm') ?? String(membership?.reachKm ?? 10)}
          >
            {REACHES.map((km) => (
              <option key={km} value={km}>
                {t('kilometres', { km })}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <div>
        <Checkbox
          name="welcomes"
          label={t('welcomes')}
          defaultChecked={state.status === 'refused' ? typed('welcomes') !== undefined : membership?.welcomes}
        />
        <p className="text-muted text-sm">{t('welcomesHint')}</p>
      </div>
      <p className="text-muted">{trade ? t('shown', { trade }) : t('shownNoTrade')}</p>
      <SubmitButton variant="primary" className="w-full text-lg" pending={t('sending')}>
        {t(membership ? 'save' : 'join')}
      </SubmitButton>
    </form>
  )
}
