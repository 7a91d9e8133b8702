'use client'

import { useTranslations } from 'next-intl'
import type { LatLng } from '@/lib/geo/types'
import { readWire } from '@/lib/map/wire/rules'
import type { SentTiles } from '@/lib/map/wire/schema'
import { MapLoading } from './map-loading'
import { MarkPicture } from './mark-picture'
import { type Mark, marksOf } from './marks'
import { spotOf } from './spread'

type View = LatLng & { zoom: number }

/** CSS pixels from the centre, within which marks are drawn: a phone's screen, and most of a desk's. */
const NEAR = 512

type Props = {
  view: View
  sent: SentTiles
  /** The map itself cannot be had. */
  missing: boolean
}

/**
 * A picture of the map's marks around its centre, each where the map will have it: the server draws it, so that it is
 * seen with the list. It is drawn in SVG because its attributes need no style, which the policy would refuse.
 */
export function FirstMarks({ view, sent, missing }: Props) {
  const t = useTranslations('map')
  const marks = marksOf(
    sent.tiles.map(({ tile, wire }) => readWire(tile, wire)),
    view.zoom,
  ).flatMap((mark) => {
    const at = fromCentre(view, mark)
    return Math.hypot(at.x, at.y) < NEAR ? [{ mark, at }] : []
  })
  if (marks.length === 0 && !missing) return <MapLoading />
  return (
    <div className="pointer-events-none absolute inset-0">
      <p
        role="status"
        className={
          missing ? 'absolute bottom-0 left-0 bg-card/85 px-1.5 py-0.5 text-muted text-xs' : 'sr-only'
        }
      >
        {t(missing ? 'noMap' : 'loading')}
      </p>
      <svg aria-hidden="true" className="first-marks size-full">
        <svg aria-hidden="true" x="50%" y="50%" overflow="visible">
          {marks.map(({ mark, at: { x, y } }) => (
            <g key={mark.key} transform={`translate(${x} ${y})`}>
              <MarkPicture mark={mark} />
            </g>
          ))}
        </svg>
      </svg>
    </div>
  )
}

/** Whole CSS pixels east and south of the centre, at which a mark is drawn. */
function fromCentre(view: View, mark: Mark): { x: number; y: number } {
  const [centre, at] = [spotOf(view, view.zoom), spotOf(mark, view.zoom)]
  return {
    x: Math.round(at.x + ('shift' in mark ? mark.shift : 0) - centre.x),
    y: Math.round(at.y - centre.y),
  }
}
