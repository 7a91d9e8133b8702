'use client'

import { useTranslations } from 'next-intl'
import { Icon } from '@/components/ui/icon'
import { Tag } from '@/components/ui/tag'
import type { DoorGuest } from '@/lib/events/checkin/schema'

/** A guest at the door: a tap says that they are there, another takes it back. */
export function GuestToggle({ guest, onToggle }: { guest: DoorGuest; onToggle: () => void }) {
  const t = useTranslations('checkin')
  const { name, trade, partySize, firstTime, note, seen } = guest
  const there = seen.length > 0
  return (
    <button
      type="button"
      aria-pressed={there}
      onClick={onToggle}
      className="flex min-h-16 w-full items-center gap-3 px-4 py-2 text-left hover:bg-sunken aria-pressed:bg-good-soft"
    >
      <span
        className={`grid size-9 shrink-0 place-items-center rounded-full border-2 ${there ? 'border-good bg-good text-on-accent' : 'border-edge'}`}
      >
        {there && <Icon name="check" className="size-5" />}
      </span>
      <span className="min-w-0 flex-1">
        <span className="flex flex-wrap items-center gap-x-2">
          <span className="font-semibold [overflow-wrap:anywhere]">{name}</span>
          {partySize > 1 && <span className="text-muted">{t('party', { count: partySize - 1 })}</span>}
          {firstTime && <Tag tone={there ? 'plain' : 'good'}>{t('firstTime')}</Tag>}
        </span>
        {(trade || note) && (
          <span className="block text-muted text-sm [overflow-wrap:anywhere]">
            {[trade, note].filter(Boolean).join(' · ')}
          </span>
        )}
      </span>
    </button>
  )
}
