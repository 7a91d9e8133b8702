'use client'

import 'leaflet/dist/leaflet.css'
import './map.css'
import L from 'leaflet'
import { type RefObject, useEffect, useState } from 'react'
import type { LatLng } from '@/lib/geo/types'

/** Steps of the keyboard and of the wheel, and the deepest zoom that tile servers have. */
const OPTIONS: L.MapOptions = {
  attributionControl: false,
  zoomControl: false,
  minZoom: 2,
  maxZoom: 19,
  worldCopyJump: true,
}

/** A Leaflet map inside an element, once; null until it is there. It follows the element's size and keeps its centre. */
export function useLeaflet(
  element: RefObject<HTMLElement | null>,
  start: LatLng & { zoom: number },
  options: L.MapOptions = {},
): L.Map | null {
  const [map, setMap] = useState<L.Map | null>(null)
  // The first view makes the map; later ones are moves of it.
  const [first] = useState({ start, options })
  useEffect(() => {
    if (!element.current) return
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches
    const made = L.map(element.current, {
      ...OPTIONS,
      zoomAnimation: !still,
      fadeAnimation: !still,
      markerZoomAnimation: !still,
      ...first.options,
    }).setView(first.start, first.start.zoom)
    setMap(made)
    const resize = new ResizeObserver(() => made.invalidateSize({ animate: false, pan: true }))
    resize.observe(element.current)
    return () => {
      resize.disconnect()
      setMap(null)
      made.remove()
    }
  }, [element, first])
  return map
}
