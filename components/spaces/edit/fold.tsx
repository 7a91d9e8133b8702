import type { ReactNode } from 'react'
import { Icon, type IconName } from '@/components/ui/icon'
import type { SpaceField } from '@/lib/spaces/edits/schema'
import type { Filled } from './edit-field'

type Props = {
  icon: IconName
  title: string
  /** The fields inside: one that is wrong opens it. */
  fields: readonly SpaceField[]
  filled: Filled
  open?: boolean
  children: ReactNode
}

/** A part of the form that most people need not open. What is inside is sent all the same. */
export function Fold({ icon, title, fields, filled, open = false, children }: Props) {
  const wrong = fields.some((name) => filled.errors[name] !== undefined)
  return (
    <details open={open || wrong || undefined} className="group rounded-xl border border-line bg-card">
      <summary className="flex min-h-12 list-none items-center gap-3 px-4 py-2 font-semibold [&::-webkit-details-marker]:hidden">
        <Icon name={icon} className="size-5 text-muted" />
        <span className="min-w-0 flex-1">{title}</span>
        <Icon name="down" className="size-5 transition-transform group-open:rotate-180" />
      </summary>
      <div className="flex flex-col gap-5 px-4 pt-2 pb-5">{children}</div>
    </details>
  )
}
