'use client'

import type { ButtonVariant } from './button'
import { FormMessage } from './form-message'
import { Icon, type IconName } from './icon'
import { SubmitButton } from './submit-button'
import { type FormAction, useFormAction } from './use-form-action'

type Props = {
  action: FormAction
  /** Sent along, by field name. */
  fields: Record<string, string | string[]>
  label: string
  /** The label in full, where several of it stand on a page. */
  name?: string
  icon?: IconName
  pending: string
  variant?: ButtonVariant
  className?: string
}

/** One tap that does one thing; what is wrong is said above it. Works without a script. */
export function ButtonForm({ action, fields, label, name, icon, pending, variant, className }: Props) {
  const { state, submit } = useFormAction(action)
  return (
    <form action={submit} className="flex flex-col gap-3">
      <FormMessage state={state} />
      {Object.entries(fields).flatMap(([field, values]) =>
        [values]
          .flat()
          .map((value) => <input key={`${field} ${value}`} type="hidden" name={field} value={value} />),
      )}
      <SubmitButton variant={variant} className={className} pending={pending} aria-label={name}>
        {icon && <Icon name={icon} />}
        {label}
      </SubmitButton>
    </form>
  )
}
