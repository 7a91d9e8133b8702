'use client'

import type { BBox } from '@/lib/geo/types'
import type { View } from '@/lib/map/schema'

type Props = {
  view: View
  filters: string
  selected: string | null
  onSelect: (ref: string | null) => void
  onMove: (view: View, bbox: BBox) => void
  basemap: { url: string; attribution: string }
  locale: string
  label: string
}

/** Stands where the map will be drawn. */
export default function NoMap(_: Props) {
  return <div className="h-full bg-space-soft" />
}
