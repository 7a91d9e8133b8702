import type { ComponentProps, ReactNode } from 'react'

/** A box and its words, one 44 px target. */
export function Checkbox({ label, className = '', ...rest }: ComponentProps<'input'> & { label: ReactNode }) {
  return (
    <label className={`flex min-h-11 items-center gap-3 ${className}`}>
      <input type="checkbox" className="size-5 shrink-0 accent-accent" {...rest} />
      <span>{label}</span>
    </label>
  )
}
