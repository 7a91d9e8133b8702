'use client'

import { useTranslations } from 'next-intl'
import { ScopeField } from '@/components/series/scope-field'
import { Field } from '@/components/ui/field'
import { FormMessage } from '@/components/ui/form-message'
import { LinkButton } from '@/components/ui/link-button'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextArea } from '@/components/ui/text-area'
import { type FormAction, useFormAction } from '@/components/ui/use-form-action'

type Props = {
  action: FormAction
  eventId: string
  /** How many hear of it. */
  told: number
  inSeries: boolean
}

/** Calling an event off: a word to those who counted on it, and a second tap. */
export function CancelForm({ action, eventId, told, inSeries }: Props) {
  const t = useTranslations('host.cancel')
  const { state, submit, typed } = useFormAction(action)
  return (
    <form action={submit} noValidate className="flex flex-col gap-5">
      <FormMessage state={state} />
      <input type="hidden" name="id" value={eventId} />
      {inSeries && <ScopeField changes={false} value={typed('scope')} />}
      <Field
        id="message"
        label={t('message')}
        hint={told > 0 ? t('messageHint', { told }) : t('nobody')}
        error={state.errors.message}
      >
        {(ids) => (
          <TextArea
            {...ids}
            name="message"
            rows={4}
            maxLength={1000}
            defaultValue={typed('message')}
            placeholder={t('messageExample')}
          />
        )}
      </Field>
      <div className="flex flex-col gap-2 sm:flex-row-reverse sm:justify-end">
        <SubmitButton variant="danger" pending={t('sending')}>
          {t('confirm')}
        </SubmitButton>
        <LinkButton href={`/host/${eventId}`}>{t('keep')}</LinkButton>
      </div>
    </form>
  )
}
