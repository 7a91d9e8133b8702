'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { Icon } from '@/components/ui/icon'
import type { LatLng } from '@/lib/geo/types'
import { Link } from '@/lib/i18n/navigation'
import { addBasemap, type Basemap } from './basemap'
import { MapCredit } from './map-credit'
import { MapMark } from './map-mark'
import { useLeaflet } from './use-leaflet'

export type StillMapProps = { at: LatLng; kind: 'event' | 'space'; basemap: Basemap }

const ZOOM = 15
const STILL = {
  dragging: false,
  touchZoom: false,
  scrollWheelZoom: false,
  doubleClickZoom: false,
  boxZoom: false,
  keyboard: false,
}

/** A map that does not move, so that it never catches a thumb that scrolls; a link leads to the one that does. */
export default function StillMap({ at, kind, basemap }: StillMapProps) {
  const t = useTranslations('map')
  const element = useRef<HTMLDivElement>(null)
  const map = useLeaflet(element, { ...at, zoom: ZOOM }, STILL)
  const [failing, setFailing] = useState(false)
  const { url, attribution } = basemap
  useEffect(
    () => (map ? addBasemap(map, { url, attribution }, setFailing) : undefined),
    [map, url, attribution],
  )
  return (
    <div className="relative h-full">
      <div ref={element} aria-hidden="true" className="h-full" />
      {map && (
        <MapMark map={map} at={at}>
          <span className="grid size-11 place-items-center">
            <Icon
              name="pin"
              className={`size-10 drop-shadow ${kind === 'event' ? 'text-event' : 'text-space'} fill-card`}
            />
          </span>
        </MapMark>
      )}
      <Link
        href={{ pathname: '/', query: { lat: at.lat, lng: at.lng, z: ZOOM } }}
        className="absolute top-2 right-2 z-1000 inline-flex min-h-11 items-center gap-1 rounded-full border border-line bg-card px-4 font-semibold text-sm shadow-lift hover:bg-sunken"
      >
        {t('enlarge')}
      </Link>
      <MapCredit basemap={basemap} failing={failing} />
    </div>
  )
}
