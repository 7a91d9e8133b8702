import { useLocale, useTranslations } from 'next-intl'
import { SpaceKindTag } from '@/components/spaces/space-kind'
import { SubmitButton } from '@/components/ui/submit-button'
import { Link } from '@/lib/i18n/navigation'
import type { Pair } from '@/lib/imports/review/queries'
import { publisherOf } from '@/lib/spaces/sources/rules'

type Act = (form: FormData) => Promise<void>
type Side = Pair['spaces'][number]
type Props = { pair: Pair; unite: Act; tellApart: Act }

/** Two places side by side, and the two answers. To make one of them takes a second tap: nothing parts them again. */
export function PairCard({ pair, unite, tellApart }: Props) {
  const t = useTranslations('doubles')
  const [first, second] = pair.spaces
  return (
    <article
      aria-label={t('pair', { first: first.name, second: second.name })}
      className="flex flex-col gap-4 rounded-card border border-line bg-card p-4"
    >
      <p className="text-muted text-sm">{t('apart', { metres: pair.metres })}</p>
      <div className="grid gap-4 sm:grid-cols-2">
        <SideOf side={first} />
        <div className="border-line border-t pt-4 sm:border-0 sm:pt-0">
          <SideOf side={second} />
        </div>
      </div>
      <div className="flex flex-wrap items-start gap-3">
        <form action={tellApart}>
          <Ids keep={first.id} other={second.id} />
          <SubmitButton pending={t('working')}>{t('different')}</SubmitButton>
        </form>
        <details className="min-w-0">
          <summary className="inline-flex min-h-11 cursor-pointer items-center rounded-full px-4 font-semibold text-accent hover:bg-accent-soft">
            {t('unite')}
          </summary>
          <p className="mt-2 text-sm">{t('uniteText')}</p>
          <div className="mt-2 flex flex-col items-start gap-2">
            {[[first, second] as const, [second, first] as const].map(([keep, other]) => (
              <form key={keep.id} action={unite}>
                <Ids keep={keep.id} other={other.id} />
                <SubmitButton pending={t('working')}>{t('keep', { name: keep.name })}</SubmitButton>
              </form>
            ))}
          </div>
        </details>
      </div>
    </article>
  )
}

function SideOf({ side }: { side: Side }) {
  const t = useTranslations('doubles')
  const format = new Intl.ListFormat(useLocale())
  const address = [side.street, [side.postcode, side.city].filter(Boolean).join(' ')]
    .filter(Boolean)
    .join(', ')
  const sources = side.sources.map((source) => publisherOf(source).name)
  return (
    <div className="flex min-w-0 flex-col items-start gap-1">
      <SpaceKindTag kind={side.kind} />
      <Link
        href={`/spaces/${side.id}`}
        className="inline-flex min-h-11 items-center break-words font-semibold text-accent underline"
      >
        {side.name}
      </Link>
      <p>{address || t('noAddress')}</p>
      {side.website && <p className="max-w-full truncate text-muted text-sm">{side.website}</p>}
      {side.phone && <p className="text-muted text-sm">{side.phone}</p>}
      {side.openingHours && <p className="text-muted text-sm">{side.openingHours}</p>}
      <p className="text-muted text-sm">
        {sources.length > 0 ? t('from', { sources: format.format(sources) }) : t('own')}
        {side.events > 0 && <> · {t('events', { count: side.events })}</>}
      </p>
    </div>
  )
}

function Ids({ keep, other }: { keep: string; other: string }) {
  return (
    <>
      <input type="hidden" name="keep" value={keep} />
      <input type="hidden" name="other" value={other} />
    </>
  )
}
