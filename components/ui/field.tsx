import type { ReactNode } from 'react'
import { FieldError } from './field-error'

/** What ties an input to its words: spread it on the input. */
export type FieldIds = {
  id: string
  'aria-describedby': string | undefined
  'aria-invalid': boolean | undefined
}

type Props = {
  /** Unique on the page; also the stem of the hint's and the error's ids. */
  id: string
  label: ReactNode
  hint?: ReactNode
  /** Key in the `errors` messages. */
  error?: string
  /** Said after the label, for instance "optional". */
  note?: ReactNode
  children: (ids: FieldIds) => ReactNode
}

/** Label above, hint below it, the error last and tied to the input. */
export function Field({ id, label, hint, error, note, children }: Props) {
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')
  return (
    <div className="flex flex-col gap-1.5">
      <label htmlFor={id} className="font-semibold">
        {label}
        {note && <span className="ml-2 font-normal text-muted text-sm">{note}</span>}
      </label>
      {hint && (
        <p id={`${id}-hint`} className="text-muted text-sm">
          {hint}
        </p>
      )}
      {children({ id, 'aria-describedby': described || undefined, 'aria-invalid': error ? true : undefined })}
      <FieldError id={`${id}-error`} error={error} />
    </div>
  )
}
