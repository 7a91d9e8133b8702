import { useTranslations } from 'next-intl'
import type { IconName } from '@/components/ui/icon'
import { Tag } from '@/components/ui/tag'
import type { EventKind } from '@/lib/events/kinds/terms'

export const eventIcons: Record<EventKind, IconName> = {
  open_coffee: 'coffee',
  coworking_day: 'laptop',
  lunch: 'meal',
  afterwork: 'glass',
  networking_evening: 'people',
  workshop: 'tools',
  trade_fair: 'stand',
  outside_work: 'leaf',
  e_coffee: 'video',
  one_to_one: 'pair',
  home_table: 'home',
}

/** What kind of outing it is, drawn and said. */
export function EventKindTag({ kind }: { kind: EventKind }) {
  const t = useTranslations('events.kinds')
  return (
    <Tag tone="event" icon={eventIcons[kind]}>
      {t(kind)}
    </Tag>
  )
}
