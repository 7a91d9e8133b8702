import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon'

/** A short fact in a row of such: its icon keeps it apart from the one before. */
export function Aside({ icon, children }: { icon: IconName; children: ReactNode }) {
  return (
    <li className="flex items-center gap-1 whitespace-nowrap">
      <Icon name={icon} className="size-4" />
      {children}
    </li>
  )
}
