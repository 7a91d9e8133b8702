'use client'

import type L from 'leaflet'
import { startTransition, useEffect, useState } from 'react'
import { tilesOf } from '@/lib/geo/tiles'
import type { BBox } from '@/lib/geo/types'
import type { SentTiles } from '@/lib/map/wire/schema'
import { STEP } from '@/lib/map/wire/terms'
import { type Mark, marksOf } from './marks'
import { tileStore } from './tiles'

/**
 * What is in view under the filters, asked for again after each move; what was there stays until then. Null before
 * anything is known. What came with the page (`sent`) is not asked for.
 */
export function useMarks(
  map: L.Map | null,
  filters: string,
  sent: SentTiles,
): { marks: Mark[] | null; failed: boolean } {
  const [store] = useState(tileStore)
  const [marks, setMarks] = useState<Mark[] | null>(null)
  const [failed, setFailed] = useState(false)
  // Before the look below, which then finds them.
  useEffect(() => store.take(sent), [store, sent])
  useEffect(() => {
    if (!map) return
    const look = () => {
      const zoom = Math.max(0, Math.round(map.getZoom()) - STEP)
      store.get(tilesOf(boxOf(map), zoom), filters).then(
        (tiles) => {
          // Drawn bit by bit, so that no frame waits for all of them.
          startTransition(() => {
            setMarks(marksOf(tiles, map.getZoom()))
            setFailed(false)
          })
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
  }, [map, filters, store])
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
