import type { ComponentProps } from 'react'
import { Icon } from './icon'
import { inputClass } from './text-input'

/** The browser's own list: it is what a thumb knows best. */
export function Select({ className = '', children, ...rest }: ComponentProps<'select'>) {
  return (
    <span className="relative block">
      <select className={`${inputClass} appearance-none pr-9 text-ellipsis ${className}`} {...rest}>
        {children}
      </select>
      <Icon
        name="down"
        className="pointer-events-none absolute top-1/2 right-3 size-5 -translate-y-1/2 text-muted"
      />
    </span>
  )
}
