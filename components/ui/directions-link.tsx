import type { ReactNode } from 'react'
import { directionsUrl } from '@/lib/geo/directions'
import type { LatLng } from '@/lib/geo/types'

/** Opens the way there on OpenStreetMap, from wherever the person says they are. */
export function DirectionsLink({ to, children }: { to: LatLng; children: ReactNode }) {
  return (
    <a
      href={directionsUrl(to)}
      rel="noopener noreferrer"
      className="-my-1 inline-flex min-h-11 items-center font-semibold text-accent underline"
    >
      {children}
    </a>
  )
}
