'use client'

import { useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { Field } from '@/components/ui/field'
import { FormMessage } from '@/components/ui/form-message'
import { Icon } from '@/components/ui/icon'
import { LinkButton } from '@/components/ui/link-button'
import { Notice } from '@/components/ui/notice'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextInput } from '@/components/ui/text-input'
import { type FormAction, useFormAction } from '@/components/ui/use-form-action'
import { ConfirmForm } from './confirm-form'

type Props = {
  eventId: string
  /** When it goes out by itself, in words; null when nobody said. */
  goesOut: string | null
  proposed: { day: string; time: string }
  actions: { publish: FormAction; later: FormAction; keep: FormAction; discard: FormAction }
}

/** A draft to its hosts: out now, out later, on with it, or away with it. */
export function DraftPanel({ eventId, goesOut, proposed, actions }: Props) {
  const t = useTranslations('drafts')
  return (
    <div className="flex flex-col gap-4">
      <Notice>
        {goesOut ? t('goesOut', { when: goesOut }) : t('draftText')}
        {goesOut && <Keep eventId={eventId} action={actions.keep} />}
      </Notice>
      <PublishNow eventId={eventId} action={actions.publish} />
      <LinkButton href={`/host/${eventId}/edit`}>
        <Icon name="edit" />
        {t('edit')}
      </LinkButton>
      <Later key={goesOut} {...{ eventId, proposed }} action={actions.later} open={goesOut !== null} />
      <div className="flex flex-wrap">
        <ConfirmForm
          danger
          action={actions.discard}
          fields={{ eventId }}
          label={t('discard')}
          text={t('discardText')}
          confirm={t('discardConfirm')}
          pending={t('sending')}
        />
      </div>
    </div>
  )
}

function PublishNow({ eventId, action }: { eventId: string; action: FormAction }) {
  const t = useTranslations('drafts')
  const { state, submit } = useFormAction(action)
  return (
    <form action={submit} className="flex flex-col gap-3">
      <FormMessage state={state} />
      <input type="hidden" name="eventId" value={eventId} />
      <SubmitButton variant="primary" className="w-full text-lg" pending={t('sending')}>
        {t('publishNow')}
      </SubmitButton>
    </form>
  )
}

function Keep({ eventId, action }: { eventId: string; action: FormAction }) {
  const t = useTranslations('drafts')
  const { submit } = useFormAction(action)
  return (
    <form action={submit} className="mt-2">
      <input type="hidden" name="eventId" value={eventId} />
      <SubmitButton pending={t('sending')}>{t('keep')}</SubmitButton>
    </form>
  )
}

function Later({
  eventId,
  proposed,
  action,
  open,
}: {
  eventId: string
  proposed: Props['proposed']
  action: FormAction
  open: boolean
}) {
  const t = useTranslations('drafts')
  const { state, submit, typed } = useFormAction(action)
  return (
    <Card>
      <form action={submit} noValidate className="flex flex-col gap-4">
        <h2 className="text-xl">{t(open ? 'moveTitle' : 'laterTitle')}</h2>
        <FormMessage state={state} />
        <input type="hidden" name="eventId" value={eventId} />
        <div className="grid grid-cols-2 gap-3">
          <Field id="publishDay" label={t('day')} error={state.errors.publishDay}>
            {(ids) => (
              <TextInput
                {...ids}
                type="date"
                name="publishDay"
                defaultValue={typed('publishDay') ?? proposed.day}
              />
            )}
          </Field>
          <Field id="publishTime" label={t('time')} error={state.errors.publishTime}>
            {(ids) => (
              <TextInput
                {...ids}
                type="time"
                name="publishTime"
                defaultValue={typed('publishTime') ?? proposed.time}
              />
            )}
          </Field>
        </div>
        <p className="text-muted text-sm">{t('laterHint')}</p>
        <SubmitButton pending={t('sending')}>{t(open ? 'move' : 'later')}</SubmitButton>
      </form>
    </Card>
  )
}
