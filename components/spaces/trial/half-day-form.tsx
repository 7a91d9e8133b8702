'use client'

import { buttonClass } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { FormMessage } from '@/components/ui/form-message'
import { type FormAction, useFormAction } from '@/components/ui/use-form-action'

type Props = {
  action: FormAction
  /** Sent along, by field name. */
  fields: Record<string, string>
  legend: string
  /** Half-days as they are sent, and in words. */
  choices: { value: string; label: string }[]
  /** The box that lets them answer to one's own address. */
  reachable?: string
}

/** Half-days, each a button that sends the form: a tap is the choice. Works without a script. */
export function HalfDayForm({ action, fields, legend, choices, reachable }: Props) {
  const { state, submit, round } = useFormAction(action)
  return (
    <form key={round} action={submit} className="flex flex-col gap-3">
      <FormMessage state={state} />
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {reachable && <Checkbox name="reachable" label={reachable} className="text-ink" />}
      <fieldset>
        <legend className="mb-2 font-semibold">{legend}</legend>
        <div className="flex flex-wrap gap-2">
          {choices.map(({ value, label }) => (
            <button key={value} type="submit" name="when" value={value} className={buttonClass('quiet')}>
              {label}
            </button>
          ))}
        </div>
      </fieldset>
    </form>
  )
}
