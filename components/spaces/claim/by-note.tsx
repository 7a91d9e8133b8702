import { useTranslations } from 'next-intl'
import { ButtonForm } from '@/components/ui/button-form'
import { NoteForm } from '@/components/ui/note-form'
import { Notice } from '@/components/ui/notice'
import { Unfold } from '@/components/ui/unfold'
import type { FormAction } from '@/components/ui/use-form-action'
import type { ClaimPage } from '@/lib/spaces/claims/queries'

type Props = { claim: ClaimPage; ask: FormAction; withdraw: FormAction }

/** Asks an administrator to look; what they were asked, and what they answered. */
export function ByNote({ claim: { id, asked, proof }, ask, withdraw }: Props) {
  const t = useTranslations('claims')
  const form = (
    <NoteForm
      action={ask}
      fields={{ spaceId: id }}
      name="note"
      label={t('note')}
      hint={t('noteHint')}
      maxLength={1000}
      defaultValue={asked?.note}
      send={t(asked ? 'noteAgain' : 'noteSend')}
      pending={t('pending')}
      variant={proof.ok ? 'quiet' : 'primary'}
    />
  )
  if (!asked) return form
  if (asked.refused) {
    return (
      <>
        <div role="status">
          <Notice tone="danger">
            <p>{t('refused')}</p>
            <p className="whitespace-pre-line">{asked.answer}</p>
          </Notice>
        </div>
        {form}
      </>
    )
  }
  return (
    <>
      <div role="status">
        <Notice tone="good">{t('asked')}</Notice>
      </div>
      <blockquote className="whitespace-pre-line break-words border-edge border-l-2 pl-4">
        {asked.note}
      </blockquote>
      <Unfold label={t('noteChange')}>{form}</Unfold>
      <ButtonForm action={withdraw} fields={{ spaceId: id }} label={t('withdraw')} pending={t('pending')} />
    </>
  )
}
