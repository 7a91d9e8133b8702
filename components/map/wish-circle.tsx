'use client'

import L from 'leaflet'
import { useEffect, useState } from 'react'
import { Icon } from '@/components/ui/icon'
import type { Wished } from '@/lib/map/tiles/schema'
import { MapMark } from './map-mark'

/** Half a cell. Metres. */
const RADIUS = 2500
/** Metres in a degree of latitude. */
const DEGREE = 111_195

/** Where people would come: a soft circle as large as their cell, its number on the northern edge. Nothing to tap. */
export function WishCircle({
  map,
  wish: { lat, lng, count },
  name,
}: {
  map: L.Map
  wish: Wished
  name: string
}) {
  const [circle] = useState(() =>
    L.circle([lat, lng], {
      radius: RADIUS,
      interactive: false,
      weight: 1.5,
      dashArray: '2 6',
      className: 'wish-circle',
    }),
  )
  useEffect(() => {
    circle.addTo(map)
    return () => {
      circle.remove()
    }
  }, [map, circle])
  return (
    <MapMark map={map} at={{ lat: lat + RADIUS / DEGREE, lng }}>
      <span role="img" aria-label={name} title={name} className="grid size-11 place-items-center">
        <span className="flex items-center gap-1 rounded-full border border-event border-dashed bg-card px-2 py-0.5 font-semibold text-event text-sm">
          <Icon name="coffee" className="size-4" />
          {count}
        </span>
      </span>
    </MapMark>
  )
}
