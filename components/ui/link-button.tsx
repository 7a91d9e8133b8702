import type { ComponentProps } from 'react'
import { Link } from '@/lib/i18n/navigation'
import { type ButtonVariant, buttonClass } from './button'

/** A link to a page of this site that looks like a button. */
export function LinkButton({
  variant,
  className,
  ...rest
}: ComponentProps<typeof Link> & { variant?: ButtonVariant }) {
  return <Link className={buttonClass(variant, className)} {...rest} />
}
