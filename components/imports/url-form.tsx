'use client'

import { useTranslations } from 'next-intl'
import { Field } from '@/components/ui/field'
import { FormMessage } from '@/components/ui/form-message'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextInput } from '@/components/ui/text-input'
import { type FormAction, useFormAction } from '@/components/ui/use-form-action'
import { KindField } from './kind-field'

/** Has the server fetch a file. */
export function UrlForm({ action }: { action: FormAction }) {
  const t = useTranslations('imports')
  const { state, submit, typed, round } = useFormAction(action)
  return (
    <form action={submit} noValidate className="flex flex-col gap-4">
      <FormMessage state={state} />
      <KindField key={`kind-${round}`} id="url-kind" value={typed('kind')} />
      <Field id="import-url" label={t('urlLabel')} hint={t('urlHint')} error={state.errors.url}>
        {(ids) => (
          <TextInput
            key={round}
            name="url"
            type="url"
            inputMode="url"
            autoComplete="off"
            defaultValue={typed('url')}
            {...ids}
          />
        )}
      </Field>
      <SubmitButton variant="quiet" pending={t('sending')} className="self-start">
        {t('send')}
      </SubmitButton>
    </form>
  )
}
