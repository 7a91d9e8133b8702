'use client'

import type L from 'leaflet'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { BBox, LatLng } from '@/lib/geo/types'
import type { SentTiles } from '@/lib/map/wire/schema'
import { addBasemap, type Basemap } from './basemap'
import { MapControls } from './map-controls'
import { MapCredit } from './map-credit'
import type { Mark } from './marks'
import { Marks } from './marks-layer'
import { useLeaflet } from './use-leaflet'
import { boxOf, useMarks } from './use-marks'

type View = LatLng & { zoom: number }

export type ExploreMapProps = {
  /** Where to look; the map goes there whenever this changes. */
  view: View
  /** Query string of the filters, without "?". */
  filters: string
  /** What stands out, as `event:ID` or `space:ID`. */
  selected: string | null
  /** What stands out for as long as it is pointed at; the map does not move for it. */
  hovered?: string | null
  onSelect: (ref: string | null) => void
  /** The person moved the map. */
  onMove: (view: View, bbox: BBox) => void
  basemap: Basemap
  label: string
  locale?: string
  /** Where the person is, if they said so. */
  here?: LatLng | null
  /** What came with the page. */
  sent: SentTiles
  /** Its marks are there, or cannot be had. */
  onDrawn: () => void
  /** Its background is there, cannot be had, or is about to move. */
  onGround: () => void
}

const NONE: Mark[] = []

/** The big map: what is around, under the filters. */
export default function ExploreMap({
  view,
  filters,
  selected,
  hovered,
  onSelect,
  onMove,
  basemap,
  label,
  here,
  sent,
  onDrawn,
  onGround,
}: ExploreMapProps) {
  const element = useRef<HTMLDivElement>(null)
  const map = useLeaflet(element, view)
  const { marks, failed } = useMarks(map, filters, sent)
  const [failing, setFailing] = useState(false)
  const [tapped, setTapped] = useState<string | null>(null)
  const told = useRef(onSelect)
  useEffect(() => {
    told.current = onSelect
  })
  const select = useCallback((ref: string | null) => {
    setTapped(ref)
    told.current(ref)
  }, [])
  useFollow(map, view, selected !== null && selected === tapped)
  useReport(map, onMove)
  const drawn = marks !== null || failed
  useEffect(() => {
    if (drawn) onDrawn()
  }, [drawn, onDrawn])
  const { url, attribution } = basemap
  useEffect(
    () => (map ? addBasemap(map, { url, attribution }, setFailing, onGround) : undefined),
    [map, url, attribution, onGround],
  )
  return (
    <div className="relative h-full">
      <div ref={element} role="application" aria-label={label} className="h-full" />
      {map && (
        <>
          <Marks
            map={map}
            marks={marks ?? NONE}
            selected={selected}
            hovered={hovered ?? null}
            onSelect={select}
            here={here ?? null}
          />
          <MapControls map={map} />
        </>
      )}
      <MapCredit basemap={basemap} failing={failing} unmarked={failed} />
    </div>
  )
}

/** Goes where the page says, unless it is there, or a pin was tapped: the map stays where the thumb is. */
function useFollow(map: L.Map | null, { lat, lng, zoom }: View, still: boolean) {
  const stay = useRef(still)
  useEffect(() => {
    stay.current = still
  })
  useEffect(() => {
    if (!map || stay.current) return
    const there = map.getCenter().distanceTo([lat, lng]) < 1 && map.getZoom() === zoom
    if (!there) map.setView([lat, lng], zoom, { animate: false })
  }, [map, lat, lng, zoom])
}

/** Says where the map went, by hand only: going where the page says is no news. */
function useReport(map: L.Map | null, onMove: ExploreMapProps['onMove']) {
  const tell = useRef(onMove)
  useEffect(() => {
    tell.current = onMove
  })
  useEffect(() => {
    if (!map) return
    const report = () => {
      const { lat, lng } = map.getCenter().wrap()
      tell.current({ lat, lng, zoom: map.getZoom() }, boxOf(map))
    }
    map.on('moveend', report)
    return () => {
      map.off('moveend', report)
    }
  }, [map])
}
