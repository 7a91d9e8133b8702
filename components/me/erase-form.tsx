'use client'

import { useTranslations } from 'next-intl'
import { Field } from '@/components/ui/field'
import { FormMessage } from '@/components/ui/form-message'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextInput } from '@/components/ui/text-input'
import { type FormAction, useFormAction } from '@/components/ui/use-form-action'

/** The way out, behind a word typed by hand. */
export function EraseForm({ action }: { action: FormAction }) {
  const t = useTranslations('profile')
  const { state, submit, typed } = useFormAction(action)
  return (
    <details open={state.status === 'refused'} className="mt-10 border-line border-t pt-4">
      <summary className="min-h-11 py-2 text-muted">{t('erase')}</summary>
      <form action={submit} noValidate className="mt-2 flex flex-col gap-4 rounded-xl bg-sunken p-4">
        <FormMessage state={state} />
        <p>{t('eraseText')}</p>
        <Field id="erase-email" label={t('eraseEmail')} error={state.errors.email}>
          {(ids) => (
            <TextInput
              {...ids}
              name="email"
              type="email"
              autoComplete="off"
              maxLength={254}
              defaultValue={typed('email')}
            />
          )}
        </Field>
        <SubmitButton variant="danger" pending={t('saving')}>
          {t('eraseConfirm')}
        </SubmitButton>
      </form>
    </details>
  )
}
