'use client'

import type L from 'leaflet'
import { memo, useEffect, useRef, useState } from 'react'
import type { LatLng } from '@/lib/geo/types'
import { Here } from './here'
import { AreaMark, ClusterMark, MARGIN, PointMark } from './mark-buttons'
import { useMarkNames } from './mark-names'
import type { Mark } from './marks'
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

/** Everything that stands on the map, as buttons. */
export const Marks = memo(function Marks({ map, marks, selected, hovered, onSelect, here }: Props) {
  const names = useMarkNames()
  const covered = useCovered(map, marks)
  useKeptInside(map, marks, selected)
  const shared = { map, names }
  return (
    <>
      {marks.map((mark) => {
        const { key, type } = mark
        if (covered.has(key) && !('ref' in mark && mark.ref === selected)) return null
        if (type === 'area') return <AreaMark key={key} {...shared} area={mark.area} />
        if (type === 'cluster')
          return <ClusterMark key={key} {...shared} cluster={mark.cluster} shift={mark.shift} />
        if (type === 'wish')
          return <WishCircle key={key} map={map} wish={mark.wish} name={names.wish(mark.wish)} />
        const { point, shift, ref } = mark
        const raised = ref === selected || ref === hovered
        return (
          <PointMark
            key={key}
            {...{ ...shared, point, shift, raised, onSelect }}
            selected={ref === selected}
          />
        )
      })}
      {here && <Here map={map} at={here} />}
    </>
  )
})

type Place = LatLng & { ref: string }

/** Keeps what is chosen in sight, also when the map's room shrinks around it and its tile is let go before this knows of it. */
function useKeptInside(map: L.Map, marks: Mark[], selected: string | null) {
  const seen = useRef(new Map<string, Place>())
  const [goal, setGoal] = useState<Place | null>(null)
  useEffect(() => {
    for (const mark of marks)
      if (mark.type === 'point') seen.current.set(mark.ref, { ref: mark.ref, lat: mark.lat, lng: mark.lng })
    const place = selected === null ? null : (seen.current.get(selected) ?? null)
    // The same place is kept once: whoever moves on is not brought back.
    setGoal((before) => (isSame(before, place) ? before : place))
  }, [marks, selected])
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

const isSame = (a: Place | null, b: Place | null): boolean =>
  a?.ref === b?.ref && a?.lat === b?.lat && a?.lng === b?.lng
