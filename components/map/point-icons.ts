import type { ComponentProps } from 'react'
import { eventIcons } from '@/components/events/event-kind'
import { spaceIcons } from '@/components/spaces/space-kind'
import type { Icon } from '@/components/ui/icon'
import type { Point } from '@/lib/map/tiles/schema'

type Name = ComponentProps<typeof Icon>['name']

/** The sign of a kind of outing or place. */
export function iconOf({ type, kind }: Pick<Point, 'type' | 'kind'>): Name {
  const icons: Record<string, Name> = type === 'event' ? eventIcons : spaceIcons
  return icons[kind] ?? 'pin'
}
