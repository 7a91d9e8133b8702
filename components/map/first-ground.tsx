import type { LatLng } from '@/lib/geo/types'
import type { Basemap } from './basemap'
import { addressOf, groundOf, SIDE } from './ground'

/** CSS pixels by which a tile laps over the next: the middle of a pane may lie between two pixels. */
const LAP = 0.5

/**
 * A picture of the map's background around its centre, as much as a phone shows: the server draws it, so that it comes
 * before any script. A wider map would be half covered, and waits for Leaflet. It is drawn in SVG because its attributes
 * need no style, which the policy would refuse.
 */
export function FirstGround({ view, url }: { view: LatLng & { zoom: number }; url: Basemap['url'] }) {
  return (
    <svg aria-hidden="true" className="pointer-events-none absolute inset-0 size-full md:hidden">
      <svg aria-hidden="true" x="50%" y="50%" overflow="visible" className="basemap-tile">
        {groundOf(view).map(({ tile, x, y }) => (
          <image
            key={`${x} ${y}`}
            href={addressOf(url, tile)}
            {...{ x, y, width: SIDE + LAP, height: SIDE + LAP }}
          />
        ))}
      </svg>
    </svg>
  )
}
