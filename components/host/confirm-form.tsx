'use client'

import { FormMessage } from '@/components/ui/form-message'
import { SubmitButton } from '@/components/ui/submit-button'
import { type FormAction, useFormAction } from '@/components/ui/use-form-action'

type Props = {
  action: FormAction
  /** Sent along, by field name. */
  fields: Record<string, string>
  label: string
  /** The label in full, where several of it stand on a page. */
  name?: string
  question?: string
  text?: string
  confirm: string
  pending: string
  danger?: boolean
}

/** What is asked once more before it is done: opens in its place, without a script too. */
export function ConfirmForm(props: Props) {
  const { action, fields, label, name, question, text, confirm, pending, danger = false } = props
  const { state, submit } = useFormAction(action)
  return (
    <details className="group contents" open={state.status === 'refused'}>
      <summary
        aria-label={name}
        className="inline-flex min-h-11 list-none items-center gap-1.5 rounded-full px-3 text-accent text-sm hover:bg-sunken [&::-webkit-details-marker]:hidden"
      >
        {label}
      </summary>
      <form action={submit} className="my-2 flex w-full flex-col gap-3 rounded-xl bg-sunken p-4">
        <FormMessage state={state} />
        {question && <p className="font-semibold">{question}</p>}
        {text && <p>{text}</p>}
        {Object.entries(fields).map(([field, value]) => (
          <input key={field} type="hidden" name={field} value={value} />
        ))}
        <SubmitButton variant={danger ? 'danger' : 'primary'} pending={pending}>
          {confirm}
        </SubmitButton>
      </form>
    </details>
  )
}
