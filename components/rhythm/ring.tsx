import { useTranslations } from 'next-intl'
import type { Week } from '@/lib/rhythm/rules'

const SIZE = 120
const MIDDLE = SIZE / 2
const RADIUS = 48
/** Degrees left open between two weeks. */
const GAP = 8

const point = (degrees: number) => {
  const angle = ((degrees - 90) * Math.PI) / 180
  return `${(MIDDLE + RADIUS * Math.cos(angle)).toFixed(2)} ${(MIDDLE + RADIUS * Math.sin(angle)).toFixed(2)}`
}

/** Eight arcs for eight weeks, the present one last: full where one was out. It counts nothing and blinks nowhere. */
export function Ring({ weeks }: { weeks: Week[] }) {
  const t = useTranslations('rhythm')
  const step = 360 / weeks.length
  const out = weeks.filter((week) => week.out).length
  return (
    <svg
      role="img"
      aria-label={t('ring', { out, weeks: weeks.length })}
      viewBox={`0 0 ${SIZE} ${SIZE}`}
      fill="none"
      strokeLinecap="round"
      className="size-28 shrink-0"
    >
      {weeks.map(({ monday, out }, i) => (
        <path
          key={monday}
          d={`M${point(i * step + GAP)} A${RADIUS} ${RADIUS} 0 0 1 ${point((i + 1) * step - GAP)}`}
          strokeWidth={out ? 12 : 4}
          className={out ? 'stroke-accent' : 'stroke-edge'}
        />
      ))}
    </svg>
  )
}
