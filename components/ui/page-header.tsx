import type { ReactNode } from 'react'
import { Link } from '@/lib/i18n/navigation'
import { Icon } from './icon'

type Props = {
  title: ReactNode
  intro?: ReactNode
  back?: { href: string; label: ReactNode }
  /** What kind of thing this is, said before its name. */
  above?: ReactNode
  children?: ReactNode
}

/** The page's one h1, where it goes back to, and its own actions at the right. */
export function PageHeader({ title, intro, back, above, children }: Props) {
  return (
    <header className="mb-6 flex flex-col gap-2">
      {back && (
        <Link
          href={back.href}
          className="-ml-2 inline-flex min-h-11 items-center gap-1 self-start rounded-full px-2 text-muted hover:text-ink"
        >
          <Icon name="left" />
          {back.label}
        </Link>
      )}
      {above && <div>{above}</div>}
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h1 className="text-3xl">{title}</h1>
        {children}
      </div>
      {intro && <p className="max-w-prose text-lg text-muted">{intro}</p>}
    </header>
  )
}
