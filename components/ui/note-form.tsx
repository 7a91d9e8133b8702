'use client'

import { useId } from 'react'
import type { ButtonVariant } from './button'
import { Field } from './field'
import { FormMessage } from './form-message'
import { SubmitButton } from './submit-button'
import { TextArea } from './text-area'
import { type FormAction, useFormAction } from './use-form-action'

type Props = {
  action: FormAction
  /** Sent along, by field name. */
  fields: Record<string, string>
  /** What the text is sent as. */
  name: string
  label: string
  hint?: string
  maxLength: number
  defaultValue?: string
  send: string
  pending: string
  variant?: ButtonVariant
}

/** A few words about something, and the button that sends them. Works without a script. */
export function NoteForm({ action, fields, name, label, hint, send, pending, variant, ...rest }: Props) {
  const { state, submit, typed, round } = useFormAction(action)
  const id = useId()
  const { defaultValue, maxLength } = rest
  return (
    <form key={round} action={submit} noValidate className="flex flex-col items-stretch gap-3">
      {state.errors[name] ? null : <FormMessage state={state} />}
      {Object.entries(fields).map(([field, value]) => (
        <input key={field} type="hidden" name={field} value={value} />
      ))}
      <Field id={id} label={label} hint={hint} error={state.errors[name]}>
        {(ids) => (
          <TextArea
            {...ids}
            name={name}
            rows={3}
            maxLength={maxLength}
            defaultValue={typed(name) ?? defaultValue}
          />
        )}
      </Field>
      <SubmitButton variant={variant} className="self-start" pending={pending}>
        {send}
      </SubmitButton>
    </form>
  )
}
