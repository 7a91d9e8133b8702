import { useFormatter, useTranslations } from 'next-intl'
import { ButtonForm } from '@/components/ui/button-form'
import { NoteForm } from '@/components/ui/note-form'
import { Tag } from '@/components/ui/tag'
import { Unfold } from '@/components/ui/unfold'
import type { FormAction } from '@/components/ui/use-form-action'
import type { KeptSpace } from '@/lib/spaces/owners/queries'

type Props = { space: KeptSpace; actions: { object: FormAction; leave: FormAction } }

/** Who keeps the page: to say that somebody has nothing to do with the place, and to keep it no more oneself. */
export function OwnerList({ space: { id, name, owners }, actions }: Props) {
  const t = useTranslations('keep')
  const format = useFormatter()
  return (
    <>
      <ul className="divide-y divide-line rounded-card border border-line bg-card">
        {owners.map((owner) => (
          <li key={owner.id} className="flex flex-col gap-2 px-4 py-3">
            <p className="flex flex-wrap items-baseline justify-between gap-2">
              <strong className="break-words">{owner.mine ? t('you') : owner.name}</strong>
              <span className="text-muted text-sm">
                {t('since', { date: format.dateTime(owner.since, { dateStyle: 'long', timeZone: 'UTC' }) })}
              </span>
            </p>
            {owner.objected && (
              <p>
                <Tag icon="warning">{t('objected')}</Tag>
              </p>
            )}
            {!owner.mine && !owner.objected && (
              <Unfold label={t('object')}>
                <p>{t('objectText')}</p>
                <NoteForm
                  action={actions.object}
                  fields={{ spaceId: id, ownerId: owner.id }}
                  name="note"
                  label={t('objectWhy')}
                  maxLength={1000}
                  send={t('objectSend')}
                  pending={t('pending')}
                />
              </Unfold>
            )}
          </li>
        ))}
      </ul>
      <Unfold label={t('leave')}>
        <p>{t('leaveText', { name })}</p>
        <ButtonForm
          action={actions.leave}
          fields={{ spaceId: id }}
          label={t('leaveSure')}
          pending={t('pending')}
          variant="danger"
        />
      </Unfold>
    </>
  )
}
