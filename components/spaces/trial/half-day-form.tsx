'use client'

import { buttonClass } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { FormMessage } from '@/components/ui/form-message'
import { type FormAction, useFormAction } from '@/components/ui/use-form-action'
import type { DayChoice } from './use-half-day-words'

type Props = {
  action: FormAction
  /** Sent along, by field name. */
  fields: Record<string, string>
  legend: string
  choices: DayChoice[]
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
        <ul className="flex flex-col gap-3">
          {choices.map(({ day, halves }) => (
            <li key={day} className="grid grid-cols-2 gap-2 sm:grid-cols-[1fr_auto_auto] sm:items-center">
              <span className="col-span-2 text-ink first-letter:capitalize sm:col-span-1">{day}</span>
              {halves.map(({ value, label, name }) => (
                <button
                  key={value}
                  type="submit"
                  name="when"
                  value={value}
                  aria-label={name}
                  className={buttonClass('quiet')}
                >
                  {label}
                </button>
              ))}
            </li>
          ))}
        </ul>
      </fieldset>
    </form>
  )
}
