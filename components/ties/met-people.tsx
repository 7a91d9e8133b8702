import { useTranslations } from 'next-intl'
import { Icon } from '@/components/ui/icon'
import type { MetPerson } from '@/lib/ties/queries'
import { type GladActions, GladRow } from './glad-row'
import { MetWhen } from './met-when'

/** Those one met and is not tied with, folded: the latest first. */
export function MetPeople({
  people,
  now,
  actions,
}: {
  people: MetPerson[]
  now: Date
  actions: GladActions
}) {
  const t = useTranslations('seeAgain')
  if (people.length === 0) return null
  return (
    <details className="group mt-4">
      <summary className="flex min-h-11 list-none items-center gap-2 text-accent [&::-webkit-details-marker]:hidden">
        <Icon name="down" className="size-5 transition-transform group-open:rotate-180" />
        {t('met')}
      </summary>
      <p className="text-muted text-sm">{t('whoText')}</p>
      <ul className="divide-y divide-line">
        {people.map((person) => (
          <GladRow key={person.id} person={person} actions={actions}>
            <MetWhen person={person} now={now} />
          </GladRow>
        ))}
      </ul>
    </details>
  )
}
