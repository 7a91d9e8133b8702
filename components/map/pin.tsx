'use client'

import type { ComponentProps } from 'react'
import { Icon } from '@/components/ui/icon'
import type { Point } from '@/lib/map/tiles/schema'
import { iconOf } from './point-icons'

const grounds = {
  event: 'rounded-full bg-event text-on-accent',
  space: 'rounded-lg bg-space text-paper',
}

const OUTLINE = 'rounded-lg border-2 border-space border-dashed bg-card text-space'

type Props = {
  point: Pick<Point, 'type' | 'kind'>
  selected: boolean
  /** A number on its shoulder; none when 0. */
  badge?: number
  /** A trial day is offered: said by the name, too. */
  gift?: boolean
  /** Nobody confirmed it for two years: an outline, and said by the name, too. */
  stale?: boolean
} & Omit<ComponentProps<'button'>, 'type'>

/** One thing on the map: round for an outing, square for a place, so that colour is not all that tells them apart. */
export function Pin({ point, selected, badge = 0, gift = false, stale = false, ...rest }: Props) {
  const size = selected ? 'size-11 ring-4 ring-ink' : 'size-9 ring-2 ring-paper'
  return (
    <button type="button" className="grid size-11 place-items-center" {...rest}>
      <span
        className={`relative grid place-items-center shadow-lift transition-[width,height] ${size} ${stale ? OUTLINE : grounds[point.type]}`}
      >
        <Icon name={iconOf(point)} className="size-5" />
        {gift && (
          <span className="absolute -bottom-2 -left-2 grid size-5 place-items-center rounded-full border border-space bg-card text-space">
            <Icon name="gift" className="size-3.5" />
          </span>
        )}
        {badge > 0 && (
          <span className="absolute -top-2 -right-2 grid h-5 min-w-5 place-items-center rounded-full border border-person bg-person-soft px-1 font-semibold text-person text-xs">
            {badge > 99 ? '99+' : badge}
          </span>
        )}
      </span>
    </button>
  )
}
