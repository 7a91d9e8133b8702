'use client'

import L from 'leaflet'
import { type ReactNode, useEffect, useState } from 'react'
import { createPortal } from 'react-dom'
import type { LatLng } from '@/lib/geo/types'

type Props = {
  map: L.Map
  at: LatLng
  /** CSS pixels to the right of where it belongs. */
  shift?: number
  /** Drawn over the others. */
  raised?: boolean
  children: ReactNode
}

/**
 * Moved within the plane. In the three dimensions of Leaflet's own, each of a hundred marks is a layer of the screen, put
 * together with all others in every frame.
 */
class FlatMarker extends L.Marker {
  /** Where Leaflet says, from its own methods: CSS pixels of the map's pane. */
  _setPos(at: L.Point): void {
    const icon = this.getElement()
    if (!icon) return
    L.DomUtil.setPosition(icon, at)
    icon.style.transform = `translate(${at.x}px, ${at.y}px)`
  }
}

/** Holds its children at a position of the map, centred. They are React's, not strings of HTML. */
export function MapMark({ map, at: { lat, lng }, shift = 0, raised = false, children }: Props) {
  const [box] = useState(() => document.createElement('div'))
  const [marker] = useState(() => {
    const icon = L.divIcon({
      html: box,
      className: 'map-mark',
      iconSize: [44, 44],
      iconAnchor: [22, 22],
    })
    return new FlatMarker([lat, lng], { icon, interactive: false, keyboard: false })
  })
  useEffect(() => {
    marker.addTo(map)
    return () => {
      marker.remove()
    }
  }, [map, marker])
  useEffect(() => {
    marker.setLatLng([lat, lng])
  }, [marker, lat, lng])
  useEffect(() => {
    marker.setZIndexOffset(raised ? 10_000 : 0)
  }, [marker, raised])
  // How far apart things stand depends on the zoom, and the marker stays.
  useEffect(() => {
    box.style.translate = `${shift}px`
  }, [box, shift])
  return createPortal(children, box)
}
