import { Icon } from '@/components/ui/icon'
import type { Area, Cluster, Point } from '@/lib/map/tiles/schema'
import type { Mark } from './marks'
import { iconOf } from './point-icons'

/** What a mark looks like, around the point it stands at, in SVG. Circles of wishes come with the map. */
export function MarkPicture({ mark }: { mark: Mark }) {
  if (mark.type === 'point') return <PinPicture point={mark.point} />
  if (mark.type === 'cluster') return <ClusterPicture cluster={mark.cluster} />
  return mark.type === 'area' ? <AreaPicture area={mark.area} /> : null
}

const grounds = { event: 'fill-event stroke-paper', space: 'fill-space stroke-paper' }

function PinPicture({ point }: { point: Point }) {
  const stale = point.type === 'space' && point.stale
  const look = stale ? 'fill-card stroke-space' : grounds[point.type]
  const ink = stale ? 'text-space' : point.type === 'event' ? 'text-on-accent' : 'text-paper'
  return (
    <g className={ink}>
      <rect
        {...{ x: -18, y: -18, width: 36, height: 36, rx: point.type === 'event' ? 18 : 8 }}
        className={`stroke-2 ${look}`}
        strokeDasharray={stale ? '4 3' : undefined}
      />
      <g transform="translate(-10 -10)">
        <Icon name={iconOf(point)} className="size-5" />
      </g>
    </g>
  )
}

function ClusterPicture({ cluster: { count, mix } }: { cluster: Cluster }) {
  const dots = [
    mix.events > 0 && 'fill-event',
    mix.spaces > 0 && 'fill-space',
    mix.people > 0 && 'fill-person',
  ].filter((dot) => dot !== false)
  return (
    <>
      <circle r="21" className="fill-card stroke-2 stroke-edge" />
      <text textAnchor="middle" y="2" className="fill-ink font-semibold text-sm">
        {count > 999 ? '999+' : count}
      </text>
      {dots.map((dot, i) => (
        <circle key={dot} cx={(i - (dots.length - 1) / 2) * 8} cy="9" r="3" className={dot} />
      ))}
    </>
  )
}

function AreaPicture({ area: { count } }: { area: Area }) {
  return (
    <>
      <path d="M0-19 19 0 0 19-19 0Z" className="fill-person-soft stroke-person" />
      <text textAnchor="middle" y="5" className="fill-person font-semibold text-sm">
        {count}
      </text>
    </>
  )
}
