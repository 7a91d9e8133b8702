import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon'

/** A line of what one wants to know, behind its sign; `note` says it again more closely. */
export function Fact({ icon, children, note }: { icon: IconName; children: ReactNode; note?: ReactNode }) {
  return (
    <li className="flex items-start gap-3">
      <Icon name={icon} className="mt-0.5 size-5 text-muted" />
      <div className="min-w-0">
        <div>{children}</div>
        {note && <div className="text-muted text-sm">{note}</div>}
      </div>
    </li>
  )
}
