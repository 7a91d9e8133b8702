import { useFormatter, useTranslations } from 'next-intl'
import type { Bar } from '@/lib/measures/rules'

type Props = {
  /** What the table says, and the names of its two columns. */
  caption: string
  head: [string, string]
  bars: (Bar & { label: string })[]
}

/** Shares as bars, in a table that says them in words too. A row that would speak of too few has no bar. */
export function BarTable({ caption, head, bars }: Props) {
  const t = useTranslations('measures')
  const format = useFormatter()
  const longest = Math.max(...bars.map(({ share }) => share ?? 0))
  return (
    <table className="w-full border-separate border-spacing-y-1 text-left">
      <caption className="sr-only">{caption}</caption>
      <thead className="sr-only">
        <tr>
          {head.map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {bars.map(({ key, label, share }) => (
          <tr key={key}>
            <th scope="row" className="w-px whitespace-nowrap pr-3 align-middle font-normal text-sm">
              {label}
            </th>
            <td className="w-full align-middle">
              {share === null ? (
                <span className="text-muted text-sm">{t('tooFew')}</span>
              ) : (
                <span className="flex items-center gap-2">
                  <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden className="h-5 w-0 flex-1">
                    <rect width="100" height="10" className="fill-sunken" />
                    <rect width={(share / longest) * 100} height="10" className="fill-accent" />
                  </svg>
                  <span className="w-12 shrink-0 text-right text-sm tabular-nums">
                    {format.number(share, { style: 'percent', maximumFractionDigits: 0 })}
                  </span>
                </span>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
