import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { FieldError } from '@/components/ui/field-error'

type Props = {
  name: string
  legend: ReactNode
  /** "yes", "no" or "" (nobody knows), or what `options` holds. */
  value: string
  /** Answers besides "I don't know", with their words; yes and no unless said. */
  options?: { value: string; label: string }[]
  error?: string
}

/** A fact that is so, is not so, or that nobody knows: not to know is an answer of its own. */
export function ThreeWay({ name, legend, value, options, error }: Props) {
  const t = useTranslations('spaceEdit')
  const answers = options ?? [
    { value: 'yes', label: t('yes') },
    { value: 'no', label: t('no') },
  ]
  return (
    <fieldset aria-describedby={error ? `${name}-error` : undefined}>
      <legend className="mb-1.5 font-semibold">{legend}</legend>
      <div className="flex flex-wrap gap-2">
        {[...answers, { value: '', label: t('unknown') }].map((answer) => (
          <label
            key={answer.value}
            className="inline-flex min-h-11 min-w-14 items-center justify-center rounded-full border border-edge bg-card px-4 py-1.5 text-center leading-snug has-checked:border-accent has-checked:bg-accent-soft has-checked:ring-1 has-checked:ring-accent has-focus-visible:outline-3 has-focus-visible:outline-accent has-focus-visible:outline-offset-2"
          >
            <input
              type="radio"
              name={name}
              value={answer.value}
              defaultChecked={answer.value === value}
              className="sr-only"
            />
            {answer.label}
          </label>
        ))}
      </div>
      <FieldError id={`${name}-error`} error={error} />
    </fieldset>
  )
}
