'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Field } from '@/components/ui/field'
import { FormMessage } from '@/components/ui/form-message'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextArea } from '@/components/ui/text-area'
import { type FormAction, useFormAction } from '@/components/ui/use-form-action'

type Props = {
  id: string
  /** A place that its author added: it stays or goes. */
  adds: boolean
  action: FormAction
  /** What would change, each with its box. */
  children: ReactNode
}

/** Applies or refuses what somebody says, with a word to them. */
export function DecideForm({ id, adds, action, children }: Props) {
  const t = useTranslations('corrections')
  const { state, submit, typed, round } = useFormAction(action)
  return (
    <form key={round} action={submit} className="flex flex-col gap-4">
      <FormMessage state={state} />
      <input type="hidden" name="id" value={id} />
      {children}
      <Field id={`answer-${id}`} label={t('answer')} note={t('optional')} error={state.errors.answer}>
        {(ids) => (
          <TextArea {...ids} name="answer" rows={2} maxLength={1000} defaultValue={typed('answer')} />
        )}
      </Field>
      <div className="flex flex-wrap gap-3">
        <SubmitButton name="decision" value="apply" variant="primary" pending={t('working')}>
          {t(adds ? 'keep' : 'apply')}
        </SubmitButton>
        <SubmitButton
          name="decision"
          value="refuse"
          variant={adds ? 'danger' : 'quiet'}
          pending={t('working')}
        >
          {t(adds ? 'remove' : 'refuse')}
        </SubmitButton>
      </div>
    </form>
  )
}
