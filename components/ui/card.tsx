import type { ComponentProps } from 'react'

/** A sheet of paper on the table. */
export function Card({ className = '', ...rest }: ComponentProps<'div'>) {
  return <div className={`rounded-card border border-line bg-card p-4 ${className}`} {...rest} />
}
