import { useTranslations } from 'next-intl'
import { LinkButton } from '@/components/ui/link-button'
import type { Lately } from '@/lib/ties/lately/queries'
import { type GladActions, GladRow } from './glad-row'

/** Who was at an outing that is over, by first name and trade; or why nobody is shown. */
export function WhoWasThere({
  outing: { standing, people },
  actions,
}: {
  outing: Pick<Lately, 'standing' | 'people'>
  actions: GladActions
}) {
  const t = useTranslations('seeAgain')
  if (standing === 'hidden')
    return (
      <div className="flex flex-col items-start gap-2">
        <p>{t('hiddenText')}</p>
        <LinkButton href="/me/profile">{t('profile')}</LinkButton>
      </div>
    )
  if (standing === 'out')
    return (
      <div className="flex flex-col items-start gap-2">
        <p>{t('outTitle')}</p>
        <LinkButton href="/me/people">{t('title')}</LinkButton>
      </div>
    )
  if (people.length === 0) return <p className="text-muted">{t('nobody')}</p>
  return (
    <div className="flex flex-col gap-1">
      <p className="text-muted text-sm">{t('whoText')}</p>
      <ul className="divide-y divide-line">
        {people.map((person) => (
          <GladRow key={person.id} person={person} actions={actions} />
        ))}
      </ul>
    </div>
  )
}
