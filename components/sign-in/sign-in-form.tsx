'use client'

import { useLocale, useTranslations } from 'next-intl'
import { Field } from '@/components/ui/field'
import { FormMessage } from '@/components/ui/form-message'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextInput } from '@/components/ui/text-input'
import { type FormAction, useFormAction } from '@/components/ui/use-form-action'

/** What was asked for before, when the address has to be changed. */
export type EarlierRequest = { codeId: string; email: string; name: string; eventId: string | null }

export function SignInForm({
  action,
  returnTo,
  earlier,
}: {
  action: FormAction
  returnTo: string
  earlier: EarlierRequest | null
}) {
  const t = useTranslations('signIn')
  const ui = useTranslations('ui')
  const locale = useLocale()
  const { state, submit, typed } = useFormAction(action)
  return (
    <form action={submit} noValidate className="flex flex-col gap-4">
      <FormMessage state={state} />
      <input type="hidden" name="returnTo" value={returnTo} />
      <input type="hidden" name="locale" value={locale} />
      {earlier && <input type="hidden" name="replaces" value={earlier.codeId} />}
      {earlier?.eventId && <input type="hidden" name="eventId" value={earlier.eventId} />}
      <Field id="email" label={t('emailLabel')} error={state.errors.email}>
        {(ids) => (
          <TextInput
            {...ids}
            name="email"
            type="email"
            autoComplete="email"
            maxLength={254}
            required
            defaultValue={typed('email') ?? earlier?.email}
          />
        )}
      </Field>
      <Field
        id="name"
        label={t('nameLabel')}
        note={earlier?.eventId ? undefined : ui('optional')}
        hint={earlier?.eventId ? undefined : t('nameHint')}
        error={state.errors.name}
      >
        {(ids) => (
          <TextInput
            {...ids}
            name="name"
            autoComplete="name"
            maxLength={60}
            defaultValue={typed('name') ?? earlier?.name}
          />
        )}
      </Field>
      <SubmitButton variant="primary" className="w-full text-lg" pending={t('sending')}>
        {t('send')}
      </SubmitButton>
    </form>
  )
}
