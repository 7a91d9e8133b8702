import type { ComponentProps } from 'react'
import { inputClass } from './text-input'

export function TextArea({ className = '', rows = 4, ...rest }: ComponentProps<'textarea'>) {
  return <textarea rows={rows} className={`${inputClass} ${className}`} {...rest} />
}
