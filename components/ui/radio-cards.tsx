import type { ReactNode } from 'react'
import { FieldError } from './field-error'
import { Icon, type IconName } from './icon'

export type RadioOption = { value: string; label: ReactNode; hint?: ReactNode; icon?: IconName }

type Props = {
  name: string
  legend: ReactNode
  options: RadioOption[]
  defaultValue?: string
  error?: string
  /** Columns on a phone; twice as many on a desk. */
  columns?: 1 | 2
  onChange?: (value: string) => void
}

/** One of a few, each a card to tap: radio buttons underneath. */
export function RadioCards({ name, legend, options, defaultValue, error, columns = 1, onChange }: Props) {
  return (
    <fieldset aria-describedby={error ? `${name}-error` : undefined}>
      <legend className="mb-1.5 font-semibold">{legend}</legend>
      <div className={columns === 2 ? 'grid grid-cols-2 gap-2 sm:grid-cols-3' : 'grid gap-2'}>
        {options.map(({ value, label, hint, icon }) => (
          <label
            key={value}
            className="flex min-h-11 items-center gap-3 rounded-xl border border-edge bg-card px-3 py-2.5 has-checked:border-accent has-checked:bg-accent-soft has-checked:ring-1 has-checked:ring-accent has-focus-visible:outline-3 has-focus-visible:outline-accent has-focus-visible:outline-offset-2"
          >
            <input
              type="radio"
              name={name}
              value={value}
              defaultChecked={value === defaultValue}
              onChange={() => onChange?.(value)}
              className="sr-only"
            />
            {icon && <Icon name={icon} />}
            <span className="min-w-0">
              <span className="block leading-snug">{label}</span>
              {hint && <span className="block text-muted text-sm">{hint}</span>}
            </span>
          </label>
        ))}
      </div>
      <FieldError id={`${name}-error`} error={error} />
    </fieldset>
  )
}
