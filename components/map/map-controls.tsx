'use client'

import type L from 'leaflet'
import { useTranslations } from 'next-intl'
import { Icon } from '@/components/ui/icon'

/** Buttons for those who cannot pinch. */
export function MapControls({ map }: { map: L.Map }) {
  const t = useTranslations('map')
  const look = 'grid size-11 place-items-center hover:bg-sunken'
  return (
    <div
      data-over-map
      className="absolute right-3 bottom-9 z-1000 flex flex-col overflow-hidden rounded-xl border border-line bg-card shadow-lift"
    >
      <button type="button" className={look} aria-label={t('zoomIn')} onClick={() => map.zoomIn()}>
        <Icon name="plus" />
      </button>
      <button
        type="button"
        className={`${look} border-line border-t`}
        aria-label={t('zoomOut')}
        onClick={() => map.zoomOut()}
      >
        <Icon name="minus" />
      </button>
    </div>
  )
}
