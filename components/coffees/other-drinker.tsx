import { useTranslations } from 'next-intl'
import { Tag } from '@/components/ui/tag'
import type { CoffeePage } from '@/lib/coffees/queries'
import { Link } from '@/lib/i18n/navigation'

/** Somebody one would meet: a first name, a trade, and what both like. */
export function OtherDrinker({
  other: { id, firstName, trade, bio, shared, page },
  locale,
}: {
  other: CoffeePage['others'][number]
  locale: 'fr' | 'en'
}) {
  const t = useTranslations('coffees')
  const list = new Intl.ListFormat(locale, { type: 'conjunction' })
  return (
    <li className="flex gap-3 rounded-card border border-line bg-card p-4">
      <span
        aria-hidden="true"
        className="grid size-11 shrink-0 place-items-center rounded-full bg-person-soft font-display font-semibold text-lg text-person"
      >
        {[...firstName][0]?.toUpperCase()}
      </span>
      <div className="flex min-w-0 flex-col gap-1">
        <h2 className="text-lg leading-snug">
          {page ? (
            <Link href={`/people/${id}`} className="underline decoration-edge underline-offset-4">
              {firstName}
            </Link>
          ) : (
            firstName
          )}
        </h2>
        {trade && <p>{trade}</p>}
        {bio && <p className="text-muted">{bio}</p>}
        {shared.length > 0 && (
          <p className="mt-1">
            <Tag tone="person">{t('shared', { what: list.format(shared) })}</Tag>
          </p>
        )}
      </div>
    </li>
  )
}
