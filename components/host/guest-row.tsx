'use client'

import { useTranslations } from 'next-intl'
import { Field } from '@/components/ui/field'
import { FormMessage } from '@/components/ui/form-message'
import { Icon } from '@/components/ui/icon'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextArea } from '@/components/ui/text-area'
import { type FormAction, useFormAction } from '@/components/ui/use-form-action'
import type { Guest } from '@/lib/events/guests/queries'

type Props = {
  guest: Guest
  eventId: string
  /** Rank in the queue, from 1; none for somebody who comes. */
  place?: number
  /** None when nobody can be removed any more. */
  remove?: FormAction
}

/** One name on the list; removing it asks for a word and a second tap. */
export function GuestRow({ guest, eventId, place, remove }: Props) {
  const t = useTranslations('host.guests')
  return (
    <li className="flex flex-wrap items-center gap-x-3 py-2">
      <span
        aria-hidden="true"
        className="grid size-10 shrink-0 place-items-center rounded-full bg-person-soft font-semibold text-person"
      >
        {place ?? Array.from(guest.name)[0]?.toUpperCase()}
      </span>
      <div className="min-w-0 flex-1">
        <p className="break-words font-semibold">{guest.name}</p>
        {guest.trade && <p className="break-words text-muted text-sm">{guest.trade}</p>}
      </div>
      {remove && <Removal guest={guest} eventId={eventId} action={remove} label={t('remove')} />}
    </li>
  )
}

function Removal({
  guest,
  eventId,
  action,
  label,
}: {
  guest: Guest
  eventId: string
  action: FormAction
  label: string
}) {
  const t = useTranslations('host.guests')
  const { state, submit, typed } = useFormAction(action)
  const id = `note-${guest.freelancerId}`
  return (
    <details className="group contents" open={state.status === 'refused'}>
      <summary
        aria-label={t('removeName', { name: guest.name })}
        className="-mr-3 inline-flex min-h-11 list-none items-center gap-1.5 rounded-full px-3 text-muted text-sm hover:bg-sunken hover:text-danger [&::-webkit-details-marker]:hidden"
      >
        <Icon name="close" className="size-4" />
        {label}
      </summary>
      <form action={submit} noValidate className="my-2 flex w-full flex-col gap-3 rounded-xl bg-sunken p-4">
        <FormMessage state={state} />
        <p className="font-semibold">{t('removeQuestion', { name: guest.name })}</p>
        <input type="hidden" name="eventId" value={eventId} />
        <input type="hidden" name="freelancerId" value={guest.freelancerId} />
        <Field id={id} label={t('note')} hint={t('noteHint')} error={state.errors.note}>
          {(ids) => <TextArea {...ids} name="note" rows={2} maxLength={1000} defaultValue={typed('note')} />}
        </Field>
        <SubmitButton variant="danger" pending={t('removing')}>
          {t('removeConfirm')}
        </SubmitButton>
      </form>
    </details>
  )
}
