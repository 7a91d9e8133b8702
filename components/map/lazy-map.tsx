'use client'

import dynamic from 'next/dynamic'
import { MapLoading } from './map-loading'

/** The big map. Its code and Leaflet's come after the list is on the screen. */
export default dynamic(() => import('./explore-map'), { ssr: false, loading: MapLoading })
