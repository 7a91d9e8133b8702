import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { SpaceKindTag } from '@/components/spaces/space-kind'
import { Link } from '@/lib/i18n/navigation'
import type { LikelyDouble } from '@/lib/spaces/additions/queries'

/** Places that may be the one being added: each leads to its page. */
export function LikelyDoubles({ doubles, children }: { doubles: LikelyDouble[]; children?: ReactNode }) {
  const t = useTranslations('corrections')
  return (
    <div className="flex flex-col gap-2 rounded-card border border-accent bg-accent-soft p-4">
      <p className="font-semibold">{t('isItOne', { count: doubles.length })}</p>
      <ul className="flex flex-col gap-2">
        {doubles.map(({ id, slug, kind, name, street, city }) => (
          <li key={id} className="rounded-xl bg-card px-3 py-1.5">
            <Link
              href={`/spaces/${id}/${slug}`}
              className="flex min-h-11 flex-wrap items-center justify-between gap-x-3 gap-y-1 py-1"
            >
              <span className="min-w-0">
                <span className="block font-semibold text-accent underline">{name}</span>
                <span className="block text-muted text-sm">{[street, city].filter(Boolean).join(', ')}</span>
              </span>
              <SpaceKindTag kind={kind} />
            </Link>
          </li>
        ))}
      </ul>
      {children}
    </div>
  )
}
