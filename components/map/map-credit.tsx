'use client'

import { useTranslations } from 'next-intl'
import type { Basemap } from './basemap'

const OSM = 'https://www.openstreetmap.org/copyright'

/** Whom the background is owed to, and one line when it does not come. */
export function MapCredit({
  basemap,
  failing,
  unmarked,
}: {
  basemap: Basemap
  failing: boolean
  unmarked?: boolean
}) {
  const t = useTranslations('map')
  const credit = 'bg-card/85 px-1.5 py-0.5'
  return (
    <div className="pointer-events-none absolute right-0 bottom-0 left-0 z-1000 flex flex-wrap items-end justify-end gap-x-2 text-muted text-xs">
      <p role="status" className="mr-auto">
        {(failing || unmarked) && <span className={credit}>{t(unmarked ? 'noMarks' : 'noTiles')}</span>}
      </p>
      <p className={`pointer-events-auto ${credit}`}>
        {/OpenStreetMap/i.test(basemap.attribution) ? (
          <a href={OSM} rel="noopener noreferrer" className="underline">
            {basemap.attribution}
          </a>
        ) : (
          basemap.attribution
        )}
      </p>
    </div>
  )
}
