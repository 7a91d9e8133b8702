import type { ReactNode } from 'react'
import { Icon } from './icon'

/** A line that opens what most people need not see, or what takes a second tap to do. */
export function Unfold({
  label,
  open = false,
  children,
}: {
  label: ReactNode
  open?: boolean
  children: ReactNode
}) {
  return (
    <details open={open || undefined} className="group rounded-xl border border-line bg-card">
      <summary className="flex min-h-11 list-none items-center justify-between gap-2 px-4 py-2 font-semibold [&::-webkit-details-marker]:hidden">
        {label}
        <Icon name="down" className="size-5 shrink-0 transition-transform group-open:rotate-180" />
      </summary>
      <div className="flex flex-col gap-3 px-4 pt-1 pb-4">{children}</div>
    </details>
  )
}
