import type { ReactNode } from 'react'

/** Opens the way there on OpenStreetMap, from wherever the person says they are. */
export function DirectionsLink({ to, children }: { to: { lat: number; lng: number }; children: ReactNode }) {
  const href = `https://www.openstreetmap.org/directions?route=%3B${to.lat}%2C${to.lng}#map=16/${to.lat}/${to.lng}`
  return (
    <a
      href={href}
      rel="noopener noreferrer"
      className="-my-1 inline-flex min-h-11 items-center font-semibold text-accent underline"
    >
      {children}
    </a>
  )
}
