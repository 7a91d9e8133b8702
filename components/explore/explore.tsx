'use client'

import { type ReactNode, useState } from 'react'
import ExploreMap from '@/components/map/lazy-map'
import type { LatLng } from '@/lib/geo/types'
import { toSearch } from '@/lib/map/address/rules'
import { hasMoved } from '@/lib/map/rules'
import type { View } from '@/lib/map/terms'
import type { SentTiles } from '@/lib/map/wire/schema'
import { MapPane } from './map-pane'
import { rememberView } from './remember-view'
import { Sheet } from './sheet'
import { ExploreContext, rewriteUrl, useGo, useUrl } from './use-explore'

/** Near enough for a pin to stand out of its cluster. */
const PIN_ZOOM = 16

type Props = {
  /** What the list shows. */
  listed: View
  /** Where the person is, if they said so. */
  here: View | null
  basemap: { url: string; attribution: string }
  /** What the map shows around its centre, to be seen at once. */
  sent: SentTiles
  mapLabel: string
  /** Town search and near me, over the map on a phone and above the list on a desk. */
  search: ReactNode
  heading: ReactNode
  chips: ReactNode
  /** The list, rendered by the server. */
  children: ReactNode
}

/** Map and list of the same things, kept in step through the URL. */
export function Explore({ listed, here, basemap, sent, mapLabel, search, heading, chips, children }: Props) {
  const { view, explicit, filters, at } = useUrl(listed)
  const { pending, go } = useGo()
  const [hovered, hover] = useState<string | null>(null)
  const [low, setLow] = useState(false)
  const [aim, setAim] = useState<{ from: View; to: View } | null>(null)
  const explore = {
    view,
    explicit,
    filters,
    selected: hovered ?? at,
    pending,
    go,
    hover,
    point: (ref: string, { lat, lng }: LatLng) => {
      const to = { lat, lng, zoom: Math.max(view.zoom, PIN_ZOOM) }
      rewriteUrl({ at: ref })
      rewriteUrl({ view: to })
      setAim({ from: listed, to })
      setLow(true)
      scrollTo({ top: 0 })
    },
  }
  return (
    <ExploreContext value={explore}>
      <div className="relative flex flex-1 flex-col lg:grid lg:grid-cols-[minmax(24rem,30rem)_1fr] lg:grid-rows-[auto_1fr]">
        <div className="lg:z-30 lg:sticky lg:top-(--bar) lg:col-start-1 lg:bg-paper lg:px-5 lg:pt-4 lg:pb-1 max-lg:noscript:static max-lg:sticky max-lg:top-0 max-lg:z-10 max-lg:h-0 max-lg:focus-within:z-30 max-lg:noscript:h-auto">
          <div className="flex flex-col gap-2 max-lg:p-3">{search}</div>
        </div>
        <MapPane low={low} label={mapLabel} moved={hasMoved(listed, view)}>
          <ExploreMap
            view={aim?.from === listed ? aim.to : listed}
            filters={toSearch(null, filters)}
            selected={at}
            hovered={hovered}
            onSelect={(ref) => {
              rewriteUrl({ at: ref })
              if (!ref) return
              // Its card comes first in the list, which must then be seen.
              setLow(false)
              go(location.search.slice(1), 'replace')
            }}
            onMove={(to) => {
              // Leaflet sits on whole pixels: where the page sent it is not a move.
              // While another page is on its way, writing the URL would call it off.
              if (pending || !hasMoved(view, to, 3)) return
              rewriteUrl({ view: to })
              rememberView(to)
            }}
            basemap={basemap}
            sent={sent}
            here={here}
            label={mapLabel}
          />
        </MapPane>
        <Sheet low={low} setLow={setLow} heading={heading} filters={chips}>
          {children}
        </Sheet>
      </div>
    </ExploreContext>
  )
}
