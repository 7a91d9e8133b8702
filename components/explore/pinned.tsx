'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Icon } from '@/components/ui/icon'
import { useExplore } from './use-explore'

type Props = {
  /** `event:ID` or `space:ID`. */
  at: string
  name: string
  lat: number | null
  lng: number | null
  children: ReactNode
}

/**
 * A card that has a pin: the one stands out with the other, and a button shows where it is. Out of sight it is not painted:
 * the list would be with each touch of the map. What is drawn around it (a ring, a shadow) is only where somebody is at it.
 */
export function Pinned({ at, name, lat, lng, children }: Props) {
  const t = useTranslations('explore')
  const { selected, hover, point } = useExplore()
  return (
    <li
      data-at={at}
      data-selected={selected === at || undefined}
      onPointerEnter={(event) => event.pointerType === 'mouse' && hover(at)}
      onPointerLeave={() => hover(null)}
      onFocus={() => hover(at)}
      onBlur={() => hover(null)}
      className="relative rounded-card [contain-intrinsic-size:auto_11rem] [content-visibility:auto] focus-within:[content-visibility:visible] hover:[content-visibility:visible] data-selected:outline-2 data-selected:outline-accent"
    >
      {children}
      {lat !== null && lng !== null && (
        <button
          type="button"
          onClick={() => point(at, { lat, lng })}
          aria-label={t('showOnMap', { name })}
          className="absolute top-1.5 right-1.5 grid size-11 place-items-center rounded-full text-muted hover:bg-sunken hover:text-accent noscript:hidden"
        >
          <Icon name="pin" />
        </button>
      )}
    </li>
  )
}
