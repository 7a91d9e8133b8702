'use client'

import type L from 'leaflet'
import { useEffect, useState } from 'react'
import { tilesOf } from '@/lib/geo/tiles'
import type { BBox } from '@/lib/geo/types'
import { type Mark, marksOf } from './marks'
import { tileStore } from './tiles'

/** Map tiles are drawn 512 pixels wide: one zoom less than the map's own. */
const STEP = 1

/** What is in view under the filters, asked for again after each move; what was there stays until then. */
export function useMarks(map: L.Map | null, filters: string): { marks: Mark[]; failed: boolean } {
  const [marks, setMarks] = useState<Mark[]>([])
  const [failed, setFailed] = useState(false)
  useEffect(() => {
    if (!map) return
    const store = tileStore()
    const look = () => {
      const zoom = Math.max(0, Math.round(map.getZoom()) - STEP)
      store.get(tilesOf(boxOf(map), zoom), filters).then(
        (tiles) => {
          setMarks(marksOf(tiles, map.getZoom()))
          setFailed(false)
        },
        (error) => {
          if (!(error instanceof DOMException && error.name === 'AbortError')) setFailed(true)
        },
      )
    }
    const again = () => {
      store.forget()
      look()
    }
    look()
    map.on('moveend resize', look)
    addEventListener('online', again)
    return () => {
      removeEventListener('online', again)
      map.off('moveend resize', look)
      store.stop()
    }
  }, [map, filters])
  return { marks, failed }
}

/** What the map shows, in degrees. */
export function boxOf(map: L.Map): BBox {
  const bounds = map.getBounds()
  const clamp = (degrees: number) => Math.max(-180, Math.min(180, degrees))
  return {
    west: clamp(bounds.getWest()),
    south: Math.max(-85, bounds.getSouth()),
    east: clamp(bounds.getEast()),
    north: Math.min(85, bounds.getNorth()),
  }
}
