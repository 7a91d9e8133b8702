import { useFormatter, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Card } from '@/components/ui/card'
import { NoteForm } from '@/components/ui/note-form'
import { Unfold } from '@/components/ui/unfold'
import type { FormAction } from '@/components/ui/use-form-action'

type Props = {
  owner: {
    spaceId: string
    id: string
    name: string
    email: string
    since: Date
    /** The address that proved it; empty when an administrator said so. */
    provenBy: string
  }
  remove: FormAction
  /** What is said of them, and the other answers. */
  children?: ReactNode
}

/** An owner as an administrator sees them: since when, by what proof, and the way to take it away. */
export function OwnerCard({ owner, remove, children }: Props) {
  const t = useTranslations('claims')
  const format = useFormatter()
  const { spaceId, id, name, email, since, provenBy } = owner
  return (
    <Card className="flex flex-col gap-3">
      <div>
        <p>
          <strong>{name}</strong> <span className="break-all text-muted">{email}</span>
        </p>
        <p className="break-words text-muted text-sm">
          {t('since', { date: format.dateTime(since, { dateStyle: 'long', timeZone: 'UTC' }) })}{' '}
          {provenBy ? t('provenBy', { email: provenBy }) : t('provenByAdmin')}
        </p>
      </div>
      {children}
      <Unfold label={t('remove')}>
        <NoteForm
          action={remove}
          fields={{ spaceId, ownerId: id }}
          name="note"
          label={t('removeWhy')}
          maxLength={1000}
          send={t('removeSend')}
          pending={t('pending')}
          variant="danger"
        />
      </Unfold>
    </Card>
  )
}
