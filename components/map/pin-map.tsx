'use client'

import type L from 'leaflet'
import { useTranslations } from 'next-intl'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import type { LatLng } from '@/lib/geo/types'
import { addBasemap, type Basemap } from './basemap'
import { MapControls } from './map-controls'
import { MapCredit } from './map-credit'
import { MapMark } from './map-mark'
import { useLeaflet } from './use-leaflet'

export type PinMapProps = {
  value: LatLng | null
  onChange: (value: LatLng) => void
  basemap: Basemap
  /** Where to look while there is no pin. */
  start?: LatLng & { zoom: number }
}

const FRANCE = { lat: 46.6, lng: 2.5, zoom: 5 }
const STREET = 16
/** CSS pixels that an arrow key moves the pin. */
const NUDGE = 12
const ARROWS: Record<string, [number, number]> = {
  ArrowLeft: [-NUDGE, 0],
  ArrowRight: [NUDGE, 0],
  ArrowUp: [0, -NUDGE],
  ArrowDown: [0, NUDGE],
}

/** A pin dropped by a tap on the map or at its centre, and moved by the arrow keys or by another tap. */
export default function PinMap({ value, onChange, basemap, start = FRANCE }: PinMapProps) {
  const t = useTranslations('map')
  const element = useRef<HTMLDivElement>(null)
  const map = useLeaflet(element, value ? { ...value, zoom: STREET } : start)
  const [failing, setFailing] = useState(false)
  const { url, attribution } = basemap
  useEffect(
    () => (map ? addBasemap(map, { url, attribution }, setFailing) : undefined),
    [map, url, attribution],
  )
  useFollow(map, value, start)
  const drop = useRef(onChange)
  useEffect(() => {
    drop.current = (at) => onChange(rounded(at))
  })
  useEffect(() => {
    const tapped = (event: L.LeafletMouseEvent) => drop.current(event.latlng.wrap())
    map?.on('click', tapped)
    return () => {
      map?.off('click', tapped)
    }
  }, [map])

  function nudge(event: KeyboardEvent) {
    const step = ARROWS[event.key]
    if (!map || !value || !step) return
    event.preventDefault()
    event.stopPropagation()
    drop.current(map.containerPointToLatLng(map.latLngToContainerPoint(value).add(step)))
  }

  return (
    <div className="flex flex-col gap-2">
      <p className="text-muted text-sm">{t('pickerHint')}</p>
      <div className="relative isolate h-72 overflow-hidden rounded-card border border-edge">
        <div ref={element} role="application" aria-label={t('pickerLabel')} className="h-full" />
        {map && value && (
          <MapMark map={map} at={value} raised>
            <button
              type="button"
              aria-label={t('pin')}
              onKeyDown={nudge}
              className="grid size-11 -translate-y-4 place-items-center"
            >
              <Icon name="pin" className="size-11 fill-card text-accent drop-shadow" />
            </button>
          </MapMark>
        )}
        {map && <MapControls map={map} />}
        <MapCredit basemap={basemap} failing={failing} />
      </div>
      <div className="flex flex-wrap items-center gap-3">
        <Button disabled={!map} onClick={() => map && drop.current(map.getCenter().wrap())}>
          <Icon name="pin" />
          {t('dropHere')}
        </Button>
        <p aria-live="polite" className="text-muted text-sm">
          {value && t('pinAt', { lat: value.lat.toFixed(4), lng: value.lng.toFixed(4) })}
        </p>
      </div>
    </div>
  )
}

/** Keeps the pin in view, and goes to a town that was searched for meanwhile. */
function useFollow(map: L.Map | null, value: LatLng | null, start: LatLng & { zoom: number }) {
  const at = value ?? start
  const zoom = value ? STREET : start.zoom
  const [lat, lng] = [at.lat, at.lng]
  useEffect(() => {
    if (!map) return
    if (map.getBounds().contains([lat, lng]) && map.getZoom() > zoom - 4) return
    map.setView([lat, lng], zoom)
  }, [map, lat, lng, zoom])
}

/** Five decimals: a metre. */
function rounded({ lat, lng }: LatLng): LatLng {
  return { lat: Math.round(lat * 1e5) / 1e5, lng: Math.round(lng * 1e5) / 1e5 }
}
