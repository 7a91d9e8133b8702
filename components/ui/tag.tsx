import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon'

type Tone = 'plain' | 'event' | 'space' | 'person' | 'good' | 'danger'

const looks: Record<Tone, string> = {
  plain: 'bg-sunken text-ink',
  event: 'bg-event-soft text-event',
  space: 'bg-space-soft text-space',
  person: 'bg-person-soft text-person',
  good: 'bg-good-soft text-good',
  danger: 'bg-danger-soft text-danger',
}

/** A fact in a word or two. */
export function Tag({
  tone = 'plain',
  icon,
  children,
}: {
  tone?: Tone
  icon?: IconName
  children: ReactNode
}) {
  return (
    <span className={`inline-flex items-center gap-1 rounded-full px-2.5 py-0.5 text-sm ${looks[tone]}`}>
      {icon && <Icon name={icon} className="size-4" />}
      {children}
    </span>
  )
}
