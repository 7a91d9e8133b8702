import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon'

type Tone = 'info' | 'good' | 'danger'

const looks: Record<Tone, { box: string; icon: IconName }> = {
  info: { box: 'bg-sunken text-ink', icon: 'info' },
  good: { box: 'bg-good-soft text-good', icon: 'check' },
  danger: { box: 'bg-danger-soft text-danger', icon: 'warning' },
}

/** One sentence set apart from the rest. */
export function Notice({ tone = 'info', children }: { tone?: Tone; children: ReactNode }) {
  const { box, icon } = looks[tone]
  return (
    <div className={`flex items-start gap-2.5 rounded-xl px-3.5 py-3 ${box}`}>
      <Icon name={icon} className="mt-0.5 size-5" />
      <div className="min-w-0">{children}</div>
    </div>
  )
}
