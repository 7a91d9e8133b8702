import type { ComponentProps } from 'react'

export type ButtonVariant = 'primary' | 'quiet' | 'plain' | 'danger'

const looks: Record<ButtonVariant, string> = {
  primary: 'bg-accent text-on-accent hover:bg-accent-strong border-transparent',
  quiet: 'bg-card text-ink hover:bg-sunken border-edge',
  plain: 'bg-transparent text-accent hover:bg-accent-soft border-transparent',
  danger: 'bg-card text-danger hover:bg-danger-soft border-danger',
}

/** The look of a button, for whatever element carries it. At least 44 px high. */
export function buttonClass(variant: ButtonVariant = 'quiet', className = ''): string {
  return `inline-flex min-h-11 items-center justify-center gap-2 rounded-full border px-5 py-2 text-center font-semibold transition-colors disabled:cursor-not-allowed disabled:opacity-60 aria-disabled:opacity-60 ${looks[variant]} ${className}`
}

/** One primary a screen. */
export function Button({
  variant,
  className,
  type = 'button',
  ...rest
}: ComponentProps<'button'> & { variant?: ButtonVariant }) {
  return <button type={type} className={buttonClass(variant, className)} {...rest} />
}
