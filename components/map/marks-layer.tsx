'use client'

import type L from 'leaflet'
import type { MouseEvent } from 'react'
import { useEffect, useState } from 'react'
import type { LatLng } from '@/lib/geo/types'
import { Here } from './here'
import { MapMark } from './map-mark'
import { useMarkNames } from './mark-names'
import type { Mark } from './marks'
import { Pin } from './pin'
import { useCovered } from './use-covered'
import { WishCircle } from './wish-circle'

type Props = {
  map: L.Map
  marks: Mark[]
  selected: string | null
  hovered: string | null
  onSelect: (ref: string | null) => void
  here: LatLng | null
}

/** Zooms that a tap on a cluster goes deeper. */
const DEEPER = 2
/** CSS pixels that a selected pin keeps from the edge. */
const MARGIN = 56

/** Everything that stands on the map, as buttons. */
export function Marks({ map, marks, selected, hovered, onSelect, here }: Props) {
  const names = useMarkNames()
  const covered = useCovered(map, marks)
  useKeptInside(map, marks, selected)
  // Pushing the map with a finger on a pin ends in a click that is not meant.
  const drag = map.dragging as L.Handler & { moved(): boolean }
  const meant = (event: MouseEvent) => event.detail === 0 || !drag.moved()
  const seen = (at: LatLng) => map.panInside([at.lat, at.lng], { padding: [MARGIN, MARGIN] })
  return (
    <>
      {marks.map((mark) => {
        if (covered.has(mark.key) && !('ref' in mark && mark.ref === selected)) return null
        if (mark.type === 'point') {
          const raised = mark.ref === selected || mark.ref === hovered
          return (
            <MapMark key={mark.key} map={map} at={mark} shift={mark.shift} raised={raised}>
              <Pin
                point={mark.point}
                badge={mark.point.type === 'space' ? mark.point.working : 0}
                gift={mark.point.type === 'space' && mark.point.trial}
                stale={mark.point.type === 'space' && mark.point.stale}
                selected={raised}
                aria-label={names.point(mark.point)}
                aria-pressed={mark.ref === selected}
                onFocus={() => seen(mark)}
                onClick={(event) => meant(event) && onSelect(mark.ref === selected ? null : mark.ref)}
              />
            </MapMark>
          )
        }
        if (mark.type === 'area') {
          return (
            <MapMark key={mark.key} map={map} at={mark}>
              <AreaDot name={names.area(mark.area)} count={mark.area.count} />
            </MapMark>
          )
        }
        if (mark.type === 'wish') {
          return <WishCircle key={mark.key} map={map} wish={mark.wish} name={names.wish(mark.wish)} />
        }
        return (
          <MapMark key={mark.key} map={map} at={mark} shift={mark.shift}>
            <ClusterButton
              name={names.cluster(mark.cluster)}
              cluster={mark.cluster}
              onFocus={() => seen(mark)}
              onClick={(event) => meant(event) && map.setView([mark.lat, mark.lng], map.getZoom() + DEEPER)}
            />
          </MapMark>
        )
      })}
      {here && <Here map={map} at={here} />}
    </>
  )
}

/** Keeps what is chosen in sight, also when the map's room shrinks around it and its tile is let go. */
function useKeptInside(map: L.Map, marks: Mark[], selected: string | null) {
  const [known, setKnown] = useState<{ ref: string; lat: number; lng: number } | null>(null)
  for (const mark of marks) {
    if (mark.type !== 'point' || mark.ref !== selected) continue
    const { ref, lat, lng } = mark
    if (known?.ref !== ref || known.lat !== lat || known.lng !== lng) setKnown({ ref, lat, lng })
    break
  }
  const goal = known && known.ref === selected ? known : null
  useEffect(() => {
    if (!goal) return
    const keep = () => map.panInside([goal.lat, goal.lng], { padding: [MARGIN, MARGIN] })
    keep()
    map.on('resize', keep)
    return () => {
      map.off('resize', keep)
    }
  }, [map, goal])
}

type ClusterProps = {
  name: string
  cluster: { count: number; mix: { spaces: number; events: number; people: number } }
  onFocus: () => void
  onClick: (event: MouseEvent) => void
}

/** A number, over dots that say what is in it. */
function ClusterButton({ name, cluster: { count, mix }, ...rest }: ClusterProps) {
  const dots = [
    mix.events > 0 && 'bg-event',
    mix.spaces > 0 && 'bg-space',
    mix.people > 0 && 'bg-person',
  ].filter((dot) => dot !== false)
  return (
    <button type="button" aria-label={name} className="grid size-11 place-items-center" {...rest}>
      <span className="grid size-11 place-content-center justify-items-center rounded-full border-2 border-edge bg-card shadow-lift">
        <span className="font-semibold text-sm leading-none">{count > 999 ? '999+' : count}</span>
        <span className="mt-1 flex gap-0.5">
          {dots.map((dot) => (
            <span key={dot} className={`size-1.5 rounded-full ${dot}`} />
          ))}
        </span>
      </span>
    </button>
  )
}

/** How many freelancers are about: no button, for there is nobody to open. */
function AreaDot({ name, count }: { name: string; count: number }) {
  return (
    <span role="img" aria-label={name} title={name} className="grid size-11 place-items-center">
      <span className="grid size-7 rotate-45 place-items-center rounded-md border border-person bg-person-soft text-person">
        <span className="-rotate-45 font-semibold text-sm">{count}</span>
      </span>
    </span>
  )
}
