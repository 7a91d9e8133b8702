import { useTranslations } from 'next-intl'
import { Icon } from '@/components/ui/icon'
import { Link } from '@/lib/i18n/navigation'
import type { Hit, Results } from '@/lib/search/schema'
import { HitBody } from './hit-body'

type Props = {
  text: string
  results: Pick<Results, 'groups' | 'attribution'>
  /** Shown at once; else folded away under what was taken to be meant. */
  open: boolean
  hrefOf: (hit: Hit) => string
  now: Date
}

/** Everything that a text may mean, as a list of links that needs no script. */
export function Found({ text, results: { groups, attribution }, open, hrefOf, now }: Props) {
  const t = useTranslations('explore.search')
  return (
    <details open={open} className="group mb-6 rounded-card border border-line bg-card">
      <summary className="flex min-h-12 cursor-pointer list-none items-center justify-between gap-3 px-4 py-2 font-semibold [&::-webkit-details-marker]:hidden">
        <h2 className="min-w-0 break-words text-lg">{t(open ? 'results' : 'others', { text })}</h2>
        <Icon name="down" className="size-5 text-muted transition-transform group-open:rotate-180" />
      </summary>
      <div className="flex flex-col gap-2 px-2 pb-2">
        {groups.map(({ type, hits }) => (
          <section key={type}>
            <h3 className="px-2 pt-2 pb-1 font-semibold text-muted text-sm">{t(`groups.${type}`)}</h3>
            <ul>
              {hits.map((hit) => (
                <li key={hit.id}>
                  <Link
                    href={hrefOf(hit)}
                    className="flex min-h-12 items-center gap-3 rounded-xl px-2 py-2 hover:bg-sunken"
                  >
                    <HitBody hit={hit} now={now} />
                  </Link>
                </li>
              ))}
            </ul>
          </section>
        ))}
        {attribution && (
          <p className="px-2 py-1 text-muted text-sm">{t('attribution', { source: attribution })}</p>
        )}
      </div>
    </details>
  )
}
