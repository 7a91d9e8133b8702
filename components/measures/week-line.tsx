import { useFormatter, useTranslations } from 'next-intl'
import type { Point } from '@/lib/measures/figures/rules'
import { axisEnd, pieces } from '@/lib/measures/plots/rules'

const WIDTH = 320
const HEIGHT = 146
/** Room for the words of the axes, in the drawing's units: about one pixel on a phone. */
const LEFT = 34
const RIGHT = 8
const TOP = 26
const BOTTOM = 22

type Props = {
  caption: string
  /** The name of the values' column. */
  head: string
  points: Point[]
  /** A value to stay below, and its name. */
  aim?: { value: number; label: string }
}

/** Values week by week as a line with gaps, and the same as a table for whoever would rather read. */
export function WeekLine({ caption, head, points, aim }: Props) {
  const t = useTranslations('measures')
  const format = useFormatter()
  const values = points.map(({ value }) => value)
  const end = axisEnd(Math.max(aim?.value ?? 0, ...values.map((value) => value ?? 0)))
  const x = (i: number) => LEFT + (i / Math.max(1, points.length - 1)) * (WIDTH - LEFT - RIGHT)
  const y = (value: number) => HEIGHT - BOTTOM - (value / end) * (HEIGHT - TOP - BOTTOM)
  const number = (value: number) => format.number(value, { maximumFractionDigits: 2 })
  const day = (week: Date) => format.dateTime(week, { day: 'numeric', month: 'short', timeZone: 'UTC' })
  const [first, last] = [points.at(0), points.at(-1)]
  return (
    <div>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden className="w-full fill-muted text-[11px]">
        {[0, end / 2, end].map((value) => (
          <g key={value}>
            <path d={`M${LEFT} ${y(value)}H${WIDTH - RIGHT}`} className="stroke-line" />
            <text x={LEFT - 6} y={y(value) + 4} textAnchor="end">
              {number(value)}
            </text>
          </g>
        ))}
        {aim && (
          <g strokeWidth="1.5" strokeDasharray="5 4">
            <path d={`M${LEFT} ${y(aim.value)}H${WIDTH - RIGHT}`} className="stroke-good" />
            <path d={`M${LEFT} 9h24`} className="stroke-good" />
            <text x={LEFT + 30} y="13">
              {aim.label}
            </text>
          </g>
        )}
        {pieces(values).map((piece) => (
          <path
            key={piece[0]?.[0]}
            d={`M${piece.map(([i, value]) => `${x(i)} ${y(value)}`).join('L')}`}
            fill="none"
            strokeWidth="2"
            strokeLinejoin="round"
            className="stroke-accent"
          />
        ))}
        {pieces(values)
          .flat()
          .map(([i, value]) => (
            <circle key={i} cx={x(i)} cy={y(value)} r="3.5" className="fill-accent" />
          ))}
        <text x={LEFT} y={HEIGHT - 4}>
          {first && day(first.week)}
        </text>
        <text x={WIDTH - RIGHT} y={HEIGHT - 4} textAnchor="end">
          {last && day(last.week)}
        </text>
      </svg>
      <details>
        <summary className="flex min-h-11 items-center text-accent underline">{t('figures')}</summary>
        <table className="w-full text-left text-sm">
          <caption className="sr-only">{caption}</caption>
          <thead>
            <tr className="text-muted">
              <th scope="col" className="py-1 font-normal">
                {t('week')}
              </th>
              <th scope="col" className="py-1 text-right font-normal">
                {head}
              </th>
            </tr>
          </thead>
          <tbody>
            {points.map(({ week, value }) => (
              <tr key={week.getTime()} className="border-line border-t">
                <th scope="row" className="py-1 font-normal">
                  {day(week)}
                </th>
                <td className="py-1 text-right tabular-nums">
                  {value === null ? <span className="text-muted">{t('tooFew')}</span> : number(value)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </div>
  )
}
