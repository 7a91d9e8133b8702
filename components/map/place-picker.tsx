'use client'

import dynamic from 'next/dynamic'
import { MapLoading } from './map-loading'

/** A map to drop a pin on; its code comes when the form shows it. */
export const PlacePicker = dynamic(() => import('./pin-map'), { ssr: false, loading: MapLoading })
