'use client'

import type { ReactNode } from 'react'
import { Icon, type IconName } from '@/components/ui/icon'
import { Link } from '@/lib/i18n/navigation'
import { useExplore } from './use-explore'

export const chipClass =
  'inline-flex min-h-11 shrink-0 items-center gap-1.5 rounded-full border border-edge bg-card px-3.5 text-ink hover:bg-sunken aria-[current]:border-transparent aria-[current]:bg-ink aria-[current]:text-paper'

/** A choice that is a link: it works before, and without, JavaScript. */
export function Chip({
  search,
  on,
  icon,
  children,
}: {
  search: string
  on: boolean
  icon?: IconName
  children: ReactNode
}) {
  const { go } = useExplore()
  return (
    <Link
      href={search ? `/?${search}` : '/'}
      scroll={false}
      prefetch={false}
      aria-current={on ? 'true' : undefined}
      className={chipClass}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return
        event.preventDefault()
        go(search)
      }}
    >
      {icon && <Icon name={on ? 'check' : icon} className="size-4.5" />}
      {children}
    </Link>
  )
}
