'use client'

import { type ComponentType, useCallback, useEffect, useState } from 'react'
import type { ExploreMapProps } from './explore-map'
import { FirstGround } from './first-ground'
import { FirstMarks } from './first-marks'
import { MapCredit } from './map-credit'

/** Asked for as soon as this file runs: while React takes up the page, not after it. */
const arriving = typeof window === 'undefined' ? null : import('./explore-map')

/** The big map. Until its code and Leaflet's are here, a picture of its ground and of its marks stands in its place. */
export default function LazyMap(props: Omit<ExploreMapProps, 'onDrawn' | 'onGround'>) {
  const [ExploreMap, setExploreMap] = useState<ComponentType<ExploreMapProps> | null>(null)
  const [drawn, setDrawn] = useState(false)
  const [grounded, setGrounded] = useState(false)
  const [missing, setMissing] = useState(false)
  const onDrawn = useCallback(() => setDrawn(true), [])
  const onGround = useCallback(() => setGrounded(true), [])
  useEffect(() => {
    let left = false
    arriving?.then(
      (came) => {
        if (!left) setExploreMap(() => came.default)
      },
      // The list has the same things: the picture stays, and says so.
      () => {
        if (!left) setMissing(true)
      },
    )
    return () => {
      left = true
    }
  }, [])
  return (
    <div className="relative h-full">
      {!grounded && <FirstGround view={props.view} url={props.basemap.url} />}
      {ExploreMap && <ExploreMap {...props} onDrawn={onDrawn} onGround={onGround} />}
      {!ExploreMap && <MapCredit basemap={props.basemap} failing={false} />}
      {!drawn && <FirstMarks view={props.view} sent={props.sent} missing={missing} />}
    </div>
  )
}
