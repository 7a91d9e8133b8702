'use client'

import type { ComponentProps } from 'react'
import { eventIcons } from '@/components/events/event-kind'
import { spaceIcons } from '@/components/spaces/space-kind'
import { Icon } from '@/components/ui/icon'
import type { Point } from '@/lib/map/tiles/schema'

const grounds = {
  event: 'rounded-full bg-event text-on-accent',
  space: 'rounded-lg bg-space text-paper',
}

type Props = { point: Pick<Point, 'type' | 'kind'>; selected: boolean } & Omit<
  ComponentProps<'button'>,
  'type'
>

/** One thing on the map: round for an outing, square for a place, so that colour is not all that tells them apart. */
export function Pin({ point, selected, ...rest }: Props) {
  const size = selected ? 'size-11 ring-4 ring-ink' : 'size-9 ring-2 ring-paper'
  return (
    <button type="button" className="grid size-11 place-items-center" {...rest}>
      <span
        className={`grid place-items-center shadow-lift transition-[width,height] ${size} ${grounds[point.type]}`}
      >
        <PointIcon point={point} />
      </span>
    </button>
  )
}

/** The sign of a kind of outing or place. */
function PointIcon({ point }: { point: Pick<Point, 'type' | 'kind'> }) {
  const icons: Record<string, ComponentProps<typeof Icon>['name']> =
    point.type === 'event' ? eventIcons : spaceIcons
  return <Icon name={icons[point.kind] ?? 'pin'} className="size-5" />
}
