import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { PageHeader } from '@/components/ui/page-header'
import { Tag } from '@/components/ui/tag'
import type { PersonPage } from '@/lib/freelancers/person/queries'

/** Somebody, as they let members see them. `languages` are names in the reader's own. */
export function PersonDetails({ person }: { person: PersonPage }) {
  const t = useTranslations('people')
  return (
    <>
      <PageHeader title={person.name} intro={person.trade} back={{ href: '/', label: t('back') }} />
      <div className="flex flex-col gap-5">
        {person.bio && <p className="max-w-prose whitespace-pre-line text-lg">{person.bio}</p>}
        <dl className="flex flex-col gap-4">
          {person.area && <Words term={t('area')}>{person.area}</Words>}
          {person.interests.length > 0 && (
            <Words term={t('interests')}>
              <Tags words={person.interests} />
            </Words>
          )}
          {person.languages.length > 0 && (
            <Words term={t('languages')}>
              <Tags words={person.languages} />
            </Words>
          )}
        </dl>
        {person.demo && <p className="text-muted text-sm">{t('demo')}</p>}
      </div>
    </>
  )
}

function Words({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div>
      <dt className="mb-1 text-muted text-sm">{term}</dt>
      <dd>{children}</dd>
    </div>
  )
}

const Tags = ({ words }: { words: string[] }) => (
  <span className="flex flex-wrap gap-1.5">
    {words.map((word) => (
      <Tag key={word} tone="person">
        {word}
      </Tag>
    ))}
  </span>
)
