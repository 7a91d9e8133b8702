'use client'

import { useLocale, useTranslations } from 'next-intl'
import { buttonClass } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { FormMessage } from '@/components/ui/form-message'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextInput } from '@/components/ui/text-input'
import { type FormAction, useFormAction } from '@/components/ui/use-form-action'

import { AskedFields, type Asks, MoreFields } from './guest-fields'

type Props = { action: FormAction; eventId: string; returnTo: string; asks: Asks; label: string }

/** The same button for somebody who is not signed in: it unfolds, in place, what we need to know. */
export function SeatRequest({ action, eventId, returnTo, asks, label }: Props) {
  const t = useTranslations('rsvp')
  const locale = useLocale()
  const { state, submit, typed } = useFormAction(action)
  return (
    <details
      className="group"
      open={state.status === 'refused' || undefined}
      onToggle={({ currentTarget }) => {
        if (currentTarget.open) currentTarget.querySelector<HTMLInputElement>('[name=name]')?.focus()
      }}
    >
      <summary
        className={buttonClass(
          'primary',
          'w-full list-none text-lg group-open:hidden [&::-webkit-details-marker]:hidden',
        )}
      >
        {label}
      </summary>
      <form action={submit} noValidate className="flex flex-col gap-4">
        <FormMessage state={state} />
        <input type="hidden" name="eventId" value={eventId} />
        <input type="hidden" name="returnTo" value={returnTo} />
        <input type="hidden" name="locale" value={locale} />
        <Field id="seat-name" label={t('nameLabel')} hint={t('nameHint')} error={state.errors.name}>
          {(ids) => (
            <TextInput
              {...ids}
              name="name"
              autoComplete="name"
              maxLength={60}
              required
              defaultValue={typed('name')}
            />
          )}
        </Field>
        <Field id="seat-email" label={t('emailLabel')} hint={t('emailHint')} error={state.errors.email}>
          {(ids) => (
            <TextInput
              {...ids}
              name="email"
              type="email"
              autoComplete="email"
              maxLength={254}
              required
              defaultValue={typed('email')}
            />
          )}
        </Field>
        <AskedFields id="seat" {...{ asks, typed }} errors={state.errors} />
        <MoreFields id="seat" {...{ asks, typed }} errors={state.errors} />
        <SubmitButton variant="primary" className="w-full text-lg" pending={t('sending')}>
          {t('sendCode')}
        </SubmitButton>
      </form>
    </details>
  )
}
