import { useTranslations } from 'next-intl'
import { Distance } from '@/components/explore/distance'
import { Tag } from '@/components/ui/tag'
import type { PersonCard as Person } from '@/lib/freelancers/queries'
import { Link } from '@/lib/i18n/navigation'

/** Somebody nearby who wants to be found: a name, a trade, what they like. Their place is a cell of about 1 km, so their distance is said to half of one. */
export function PersonCard({ person }: { person: Person }) {
  const t = useTranslations('freelancers')
  return (
    <article className="relative flex gap-3 rounded-card border border-line bg-card p-3.5">
      <span
        aria-hidden="true"
        className="grid size-11 place-items-center rounded-full bg-person-soft font-display font-semibold text-lg text-person"
      >
        {[...person.name][0]?.toUpperCase()}
      </span>
      <div className="flex min-w-0 flex-1 flex-col gap-0.5">
        <h3 className="text-lg leading-snug">
          <Link href={`/people/${person.id}`} className="after:absolute after:inset-0 after:rounded-card">
            {person.name}
          </Link>
        </h3>
        {person.trade && <p>{person.trade}</p>}
        <ul className="flex flex-wrap gap-x-3 text-muted">
          <li>{person.area || t('nearHere')}</li>
          {person.distance !== null && (
            <Distance metres={Math.max(500, Math.round(person.distance / 500) * 500)} />
          )}
        </ul>
        <p className="mt-1 flex flex-wrap gap-1.5 empty:hidden">
          {person.interests.slice(0, 4).map((interest) => (
            <Tag key={interest} tone="person">
              {interest}
            </Tag>
          ))}
        </p>
      </div>
    </article>
  )
}
