'use client'

import { useTranslations } from 'next-intl'
import { Checkbox } from '@/components/ui/checkbox'
import { Field } from '@/components/ui/field'
import { FieldError } from '@/components/ui/field-error'
import { FormMessage } from '@/components/ui/form-message'
import { Icon } from '@/components/ui/icon'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextInput } from '@/components/ui/text-input'
import { type FormAction, useFormAction } from '@/components/ui/use-form-action'

type Props = {
  action: FormAction
  personId: string
  /** Instants (ISO 8601, UTC) and how they are said. */
  times: { value: string; label: string }[]
  /** The instance has rooms of its own. */
  hasRooms: boolean
}

/** Fifteen minutes by video with somebody who takes part in coffees, at one of up to three times. */
export function AskOnline({ action, personId, times, hasRooms }: Props) {
  const t = useTranslations('coffees')
  const { state, submit, typed } = useFormAction(action)
  const kept = state.status === 'refused' ? [state.values.times ?? []].flat() : null
  return (
    <details open={state.status === 'refused'} className="mt-8 rounded-card border border-line bg-card">
      <summary className="flex min-h-11 list-none items-center gap-3 px-4 py-3 font-semibold [&::-webkit-details-marker]:hidden">
        <Icon name="video" className="size-5 text-accent" />
        {t('askOnline')}
      </summary>
      <form action={submit} noValidate className="flex flex-col gap-4 border-line border-t p-4">
        <FormMessage state={state} />
        <p className="text-muted">{t('askOnlineText')}</p>
        <input type="hidden" name="personId" value={personId} />
        <fieldset aria-describedby={state.errors.times ? 'times-error' : undefined}>
          <legend className="font-semibold">{t('upToThree')}</legend>
          {times.map(({ value, label }, i) => (
            <Checkbox
              key={value}
              name="times"
              value={value}
              label={<span className="inline-block first-letter:uppercase">{label}</span>}
              defaultChecked={kept ? kept.includes(value) : i < 3}
            />
          ))}
          <FieldError id="times-error" error={state.errors.times} />
        </fieldset>
        <Field
          id="room"
          label={t('room')}
          note={hasRooms ? t('optional') : undefined}
          hint={t('roomHint')}
          error={state.errors.room}
        >
          {(ids) => (
            <TextInput
              {...ids}
              name="room"
              type="url"
              inputMode="url"
              maxLength={500}
              placeholder="https://"
              defaultValue={typed('room')}
            />
          )}
        </Field>
        <SubmitButton variant="primary" pending={t('sending')}>
          {t('ask')}
        </SubmitButton>
      </form>
    </details>
  )
}
