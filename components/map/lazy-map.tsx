'use client'

import { type ComponentType, useCallback, useEffect, useState } from 'react'
import type { ExploreMapProps } from './explore-map'
import { FirstMarks } from './first-marks'

/** Asked for as soon as this file runs: while React takes up the page, not after it. */
const arriving = typeof window === 'undefined' ? null : import('./explore-map')

/** The big map. Until its code and Leaflet's are here, a picture of its marks stands in its place. */
export default function LazyMap(props: Omit<ExploreMapProps, 'onDrawn'>) {
  const [ExploreMap, setExploreMap] = useState<ComponentType<ExploreMapProps> | null>(null)
  const [drawn, setDrawn] = useState(false)
  const [missing, setMissing] = useState(false)
  const onDrawn = useCallback(() => setDrawn(true), [])
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
      {ExploreMap && <ExploreMap {...props} onDrawn={onDrawn} />}
      {!drawn && <FirstMarks view={props.view} sent={props.sent} missing={missing} />}
    </div>
  )
}
