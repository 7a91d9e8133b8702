import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon'

/** Nothing here, and what to do about it: `children` are the next steps. */
export function EmptyState({
  icon,
  title,
  text,
  heading: Heading = 'h2',
  children,
}: {
  icon: IconName
  title: ReactNode
  text?: ReactNode
  /** h1 where it is all of the page, h3 below a heading. */
  heading?: 'h1' | 'h2' | 'h3'
  children?: ReactNode
}) {
  return (
    <div className="flex flex-col items-center gap-3 px-4 py-10 text-center">
      <span className="rounded-full bg-sunken p-4 text-muted">
        <Icon name={icon} className="size-8" />
      </span>
      <Heading className="text-xl">{title}</Heading>
      {text && <p className="max-w-prose text-muted">{text}</p>}
      {children && <div className="mt-2 flex flex-wrap justify-center gap-2">{children}</div>}
    </div>
  )
}
