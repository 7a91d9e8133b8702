'use client'

import dynamic from 'next/dynamic'
import { useEffect, useRef, useState } from 'react'
import { MapLoading } from './map-loading'
import type { StillMapProps } from './still-map'

export type { Basemap } from './basemap'

const StillMap = dynamic(() => import('./still-map'), { ssr: false, loading: MapLoading })

/** A small map of one thing; its code comes when it is about to be seen. */
export function MiniMap(props: StillMapProps) {
  const element = useRef<HTMLDivElement>(null)
  const [near, setNear] = useState(false)
  useEffect(() => {
    if (!element.current) return
    const watch = new IntersectionObserver(([entry]) => entry?.isIntersecting && setNear(true), {
      rootMargin: '200px',
    })
    watch.observe(element.current)
    return () => watch.disconnect()
  }, [])
  return (
    <div
      ref={element}
      className="isolate h-56 overflow-hidden rounded-card border border-line bg-sunken noscript:hidden"
    >
      {near ? <StillMap {...props} /> : null}
    </div>
  )
}
