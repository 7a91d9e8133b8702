'use client'

import type L from 'leaflet'
import { useTranslations } from 'next-intl'
import type { LatLng } from '@/lib/geo/types'
import { MapMark } from './map-mark'

/** Where the person is. */
export function Here({ map, at }: { map: L.Map; at: LatLng }) {
  const t = useTranslations('map')
  return (
    <MapMark map={map} at={at}>
      <span role="img" aria-label={t('here')} className="grid size-11 place-items-center">
        <span className="size-4 rounded-full border-3 border-card bg-person shadow-lift" />
      </span>
    </MapMark>
  )
}
