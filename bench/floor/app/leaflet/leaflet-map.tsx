'use client'

import 'leaflet/dist/leaflet.css'
import { useEffect, useRef } from 'react'

type Row = [lat: number, lng: number, count: number]

/** The least that draws clusters of a server on a background: no React but for the element that it stands in. */
export function LeafletMap({ tiles }: { tiles: string }) {
  const element = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const rows: Promise<Row[]> = fetch('/marks').then((answer) => answer.json())
    import('leaflet').then(async ({ default: L }) => {
      if (!element.current) return
      const map = L.map(element.current).setView([43.7, 7.266], 13)
      L.tileLayer(tiles, { maxZoom: 19 }).addTo(map)
      for (const [lat, lng, count] of await rows)
        L.marker([lat, lng], { icon: L.divIcon({ html: String(count), iconSize: [44, 44] }) }).addTo(map)
    })
  }, [tiles])
  return <div ref={element} style={{ height: 388 }} />
}
