import type L from 'leaflet'
import { type MouseEvent, memo } from 'react'
import type { LatLng } from '@/lib/geo/types'
import type { Area, Cluster, Point } from '@/lib/map/tiles/schema'
import { MapMark } from './map-mark'
import type { MarkNames } from './mark-names'
import { refOf } from './marks'
import { Pin } from './pin'

/** Zooms that a tap on a cluster goes deeper. */
const DEEPER = 2
/** CSS pixels that a selected pin keeps from the edge. */
export const MARGIN = 56

type Shared = { map: L.Map; names: MarkNames }

/** Pushing the map with a finger on a mark ends in a click that is not meant. */
function isMeant(map: L.Map, event: MouseEvent): boolean {
  const drag = map.dragging as L.Handler & { moved(): boolean }
  return event.detail === 0 || !drag.moved()
}

const bringInside = (map: L.Map, { lat, lng }: LatLng) =>
  map.panInside([lat, lng], { padding: [MARGIN, MARGIN] })

type PointProps = Shared & {
  point: Point
  shift: number
  selected: boolean
  /** Selected, or pointed at. */
  raised: boolean
  onSelect: (ref: string | null) => void
}

/** A pin. Each mark is drawn again when it changes itself, not whenever the map has moved. */
export const PointMark = memo(function PointMark(props: PointProps) {
  const { map, names, point, shift, selected, raised, onSelect } = props
  const place = point.type === 'space' ? point : null
  return (
    <MapMark map={map} at={point} shift={shift} raised={raised}>
      <Pin
        point={point}
        badge={place?.working ?? 0}
        gift={place?.trial ?? false}
        stale={place?.stale ?? false}
        selected={raised}
        aria-label={names.point(point)}
        aria-pressed={selected}
        onFocus={() => bringInside(map, point)}
        onClick={(event) => isMeant(map, event) && onSelect(selected ? null : refOf(point))}
      />
    </MapMark>
  )
})

type ClusterProps = Shared & { cluster: Cluster; shift: number }

/** A number, over dots that say what is in it; a tap goes closer. */
export const ClusterMark = memo(function ClusterMark({ map, names, cluster, shift }: ClusterProps) {
  const { count, mix, lat, lng } = cluster
  const dots = [
    mix.events > 0 && 'bg-event',
    mix.spaces > 0 && 'bg-space',
    mix.people > 0 && 'bg-person',
  ].filter((dot) => dot !== false)
  return (
    <MapMark map={map} at={cluster} shift={shift}>
      <button
        type="button"
        aria-label={names.cluster(cluster)}
        className="grid size-11 place-items-center"
        onFocus={() => bringInside(map, cluster)}
        onClick={(event) => isMeant(map, event) && map.setView([lat, lng], map.getZoom() + DEEPER)}
      >
        <span className="grid size-11 place-content-center justify-items-center rounded-full border-2 border-edge bg-card shadow-lift">
          <span className="font-semibold text-sm leading-none">{count > 999 ? '999+' : count}</span>
          <span className="mt-1 flex gap-0.5">
            {dots.map((dot) => (
              <span key={dot} className={`size-1.5 rounded-full ${dot}`} />
            ))}
          </span>
        </span>
      </button>
    </MapMark>
  )
})

/** How many freelancers are about: no button, for there is nobody to open. */
export const AreaMark = memo(function AreaMark({ map, names, area }: Shared & { area: Area }) {
  const name = names.area(area)
  return (
    <MapMark map={map} at={area}>
      <span role="img" aria-label={name} title={name} className="grid size-11 place-items-center">
        <span className="grid size-7 rotate-45 place-items-center rounded-md border border-person bg-person-soft text-person">
          <span className="-rotate-45 font-semibold text-sm">{area.count}</span>
        </span>
      </span>
    </MapMark>
  )
})
