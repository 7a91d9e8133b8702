import type { ComponentProps } from 'react'

export const inputClass =
  'min-h-11 w-full rounded-xl border border-edge bg-card px-3.5 py-2 text-base text-ink placeholder:text-muted aria-invalid:border-danger aria-invalid:bg-danger-soft'

/** 16 px type at least: a phone zooms in on anything smaller. */
export function TextInput({ className = '', ...rest }: ComponentProps<'input'>) {
  return <input className={`${inputClass} ${className}`} {...rest} />
}
