import { useLocale, useTranslations } from 'next-intl'
import { ConfirmForm } from '@/components/host/confirm-form'
import { Card } from '@/components/ui/card'
import type { FormAction } from '@/components/ui/use-form-action'
import { dayInFull, timeOfDay } from '@/lib/events/when/rules'
import { Link } from '@/lib/i18n/navigation'
import { firstName } from '@/lib/rsvps/rules'
import type { Together } from '@/lib/ties/coming/queries'
import type { MetPerson } from '@/lib/ties/queries'
import type { Suggested } from '@/lib/ties/suggestions/queries'
import { MetWhen } from './met-when'
import { SuggestedAgain } from './suggested-again'
import { WayForm } from './way-form'

export interface TieActions {
  takeBack: FormAction
  leaveWay: FormAction
}

interface Props {
  person: MetPerson
  next: Together | undefined
  suggested: Suggested | undefined
  now: Date
  actions: TieActions
}

/** Somebody one is tied with: when one meets next or might, and how to reach each other. */
export function TieCard({ person, next, suggested, now, actions }: Props) {
  const t = useTranslations('seeAgain')
  const locale = useLocale()
  const { id, trade, myWay, theirWay } = person
  const name = firstName(person.name)
  return (
    <Card id={id} className="flex scroll-mt-20 flex-col gap-3">
      <div>
        <h3 className="break-words text-lg">
          <Link href={`/people/${id}`} className="hover:underline">
            {person.name}
          </Link>
        </h3>
        {trade && <p className="text-muted">{trade}</p>}
        <MetWhen person={person} now={now} />
      </div>
      {next && (
        <p>
          {t.rich('next', {
            title: next.title,
            when: `${dayInFull(next.startsAt, next.timeZone, locale, now)}, ${timeOfDay(next.startsAt, next.timeZone, locale)}`,
            event: (words) => (
              <Link href={`/events/${next.id}/${next.slug}`} className="text-accent underline">
                {words}
              </Link>
            ),
          })}
        </p>
      )}
      {suggested && <SuggestedAgain suggested={suggested} now={now} />}
      {theirWay && (
        <p className="rounded-xl bg-sunken px-3.5 py-2.5">
          <span className="block text-muted text-sm">{t('theirWay', { name })}</span>
          <span className="[overflow-wrap:anywhere]">{theirWay}</span>
        </p>
      )}
      <WayForm
        personId={id}
        way={myWay}
        action={actions.leaveWay}
        labels={{
          open: myWay ? t('myWayIs', { name, way: myWay }) : t('leaveWay', { name }),
          way: t('myWay', { name }),
          hint: t('wayHint', { name }),
          save: t('saveWay'),
          saveName: t('saveWayName', { name }),
          pending: t('sending'),
        }}
      />
      <div className="-mb-2 -ml-3 flex flex-wrap">
        <ConfirmForm
          danger
          action={actions.takeBack}
          fields={{ personId: id }}
          label={t('endTie')}
          name={t('endTieName', { name })}
          text={t('endTieText', { name })}
          confirm={t('endTieConfirm')}
          pending={t('sending')}
        />
      </div>
    </Card>
  )
}
