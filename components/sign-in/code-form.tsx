'use client'

import { useTranslations } from 'next-intl'
import { Field } from '@/components/ui/field'
import { FormMessage } from '@/components/ui/form-message'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextInput } from '@/components/ui/text-input'
import { TimeZoneField } from '@/components/ui/time-zone-field'
import { type FormAction, useFormAction } from '@/components/ui/use-form-action'

/** Six digits, however they come: typed, pasted with spaces, or offered by the phone. The sixth one sends the form. */
export function CodeForm({ action, id }: { action: FormAction; id: string }) {
  const t = useTranslations('signIn')
  const { state, submit } = useFormAction(action)
  return (
    <form action={submit} noValidate className="flex flex-col gap-4">
      {state.errors.code ? null : <FormMessage state={state} />}
      <input type="hidden" name="id" value={id} />
      <TimeZoneField />
      <Field id="code" label={t('codeLabel')} error={state.errors.code}>
        {(ids) => (
          <TextInput
            {...ids}
            name="code"
            inputMode="numeric"
            autoComplete="one-time-code"
            required
            maxLength={20}
            autoFocus
            spellCheck={false}
            className="py-3 text-center font-mono text-3xl tracking-[0.3em]"
            onInput={({ currentTarget }) => {
              const digits = currentTarget.value.replaceAll(/\D/g, '')
              if (digits.length === 6) currentTarget.form?.requestSubmit()
            }}
          />
        )}
      </Field>
      <SubmitButton variant="primary" className="w-full text-lg" pending={t('checking')}>
        {t('confirm')}
      </SubmitButton>
    </form>
  )
}
