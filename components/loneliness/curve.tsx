import { useFormatter, useTranslations } from 'next-intl'
import type { Check } from '@/lib/loneliness/rules'
import { curve, HIGHEST, LOWEST, scoreOf } from '@/lib/loneliness/rules'

const WIDTH = 280
const HEIGHT = 90
const MARGIN = 14

/** The scores over time; and the same as a list, for those who do not see it. */
export function Curve({ checks }: { checks: Check[] }) {
  const t = useTranslations('check')
  const format = useFormatter()
  const points = curve(checks, WIDTH, HEIGHT)
  const day = (text: string) => format.dateTime(new Date(text), { dateStyle: 'medium', timeZone: 'UTC' })
  const [first, last] = [checks[0], checks.at(-1)]
  return (
    <section className="flex flex-col gap-2">
      <h2 className="text-xl">{t('curve')}</h2>
      <svg
        aria-hidden="true"
        viewBox={`${-MARGIN * 2} ${-MARGIN} ${WIDTH + MARGIN * 3} ${HEIGHT + MARGIN * 2}`}
        className="w-full rounded-card border border-line bg-card"
      >
        {[LOWEST, 6, HIGHEST].map((score) => {
          const y = HEIGHT - ((score - LOWEST) / (HIGHEST - LOWEST)) * HEIGHT
          return (
            <g key={score}>
              <path d={`M0 ${y}H${WIDTH}`} className="stroke-line" strokeWidth="1" />
              <text x={-8} y={y + 4} textAnchor="end" className="fill-muted" fontSize="11">
                {score}
              </text>
            </g>
          )
        })}
        <polyline
          points={points.map(({ x, y }) => `${x},${y}`).join(' ')}
          fill="none"
          strokeWidth="2.5"
          strokeLinejoin="round"
          className="stroke-accent"
        />
        {points.map(({ x, y }, i) => (
          <circle key={checks[i]?.day} cx={x} cy={y} r="4.5" className="fill-accent" />
        ))}
      </svg>
      {first && last && first !== last && (
        <p aria-hidden="true" className="flex justify-between text-muted text-sm">
          <span>{day(first.day)}</span>
          <span>{day(last.day)}</span>
        </p>
      )}
      <ol className="sr-only">
        {checks.map((check) => (
          <li key={check.day}>{t('point', { day: day(check.day), score: scoreOf(check) })}</li>
        ))}
      </ol>
      <p className="text-muted text-sm">{t('scale')}</p>
    </section>
  )
}
