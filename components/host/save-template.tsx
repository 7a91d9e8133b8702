'use client'

import { useTranslations } from 'next-intl'
import { Field } from '@/components/ui/field'
import { FormMessage } from '@/components/ui/form-message'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextInput } from '@/components/ui/text-input'
import { type FormAction, useFormAction } from '@/components/ui/use-form-action'

/** Keeps what an event says, to begin the next one with. */
export function SaveTemplate({
  eventId,
  title,
  action,
}: {
  eventId: string
  title: string
  action: FormAction
}) {
  const t = useTranslations('templates')
  const { state, submit, typed } = useFormAction(action)
  return (
    <details className="rounded-xl border border-line bg-card" open={state.status === 'refused' || undefined}>
      <summary className="flex min-h-11 list-none items-center px-4 py-2 font-semibold [&::-webkit-details-marker]:hidden">
        {t('save')}
      </summary>
      <form action={submit} noValidate className="flex flex-col gap-4 px-4 pt-1 pb-4">
        <FormMessage state={state} />
        <input type="hidden" name="eventId" value={eventId} />
        <Field id="templateName" label={t('name')} hint={t('saveHint')} error={state.errors.name}>
          {(ids) => (
            <TextInput
              {...ids}
              name="name"
              maxLength={60}
              autoComplete="off"
              defaultValue={typed('name') ?? title.slice(0, 60)}
            />
          )}
        </Field>
        <SubmitButton pending={t('sending')}>{t('saveConfirm')}</SubmitButton>
      </form>
    </details>
  )
}
