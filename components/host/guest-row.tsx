'use client'

import { useTranslations } from 'next-intl'
import { Field } from '@/components/ui/field'
import { FormMessage } from '@/components/ui/form-message'
import { Icon } from '@/components/ui/icon'
import { SubmitButton } from '@/components/ui/submit-button'
import { Tag } from '@/components/ui/tag'
import { TextArea } from '@/components/ui/text-area'
import { type FormAction, useFormAction } from '@/components/ui/use-form-action'
import type { Guest } from '@/lib/events/guests/queries'
import { GuestWords } from './guest-words'

type Props = {
  guest: Guest
  eventId: string
  /** Rank in the queue, from 1; none for somebody who comes. */
  place?: number
  /** None when nobody can be removed any more. */
  remove?: FormAction
  /** Of somebody who asks to come. */
  admit?: FormAction
  /** When an offered seat goes on, in words. */
  offeredUntil?: string
}

/** One name on the list; removing it asks for a word and a second tap. */
export function GuestRow({ guest, eventId, place, remove, admit, offeredUntil }: Props) {
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
        <p className="flex flex-wrap items-center gap-x-2 break-words">
          <span className="font-semibold">{guest.name}</span>
          {guest.partySize > 1 && <span>{t('party', { count: guest.partySize - 1 })}</span>}
          {guest.firstTime && <Tag>{t('firstTime')}</Tag>}
          {offeredUntil && <Tag>{t('offered', { time: offeredUntil })}</Tag>}
        </p>
        {guest.trade && <p className="break-words text-muted text-sm">{guest.trade}</p>}
      </div>
      {remove && !admit && <Removal guest={guest} eventId={eventId} action={remove} label={t('remove')} />}
      <GuestWords guest={guest} />
      {admit && (
        <div className="mt-2 flex w-full flex-wrap items-center gap-3 pl-13">
          <Admission guest={guest} eventId={eventId} action={admit} />
          {remove && <Removal guest={guest} eventId={eventId} action={remove} label={t('refuse')} />}
        </div>
      )}
    </li>
  )
}

function Admission({ guest, eventId, action }: { guest: Guest; eventId: string; action: FormAction }) {
  const t = useTranslations('host.guests')
  const { state, submit } = useFormAction(action)
  return (
    <form action={submit} className="flex flex-col">
      <FormMessage state={state} />
      <input type="hidden" name="eventId" value={eventId} />
      <input type="hidden" name="freelancerId" value={guest.freelancerId} />
      <SubmitButton pending={t('admitting')} aria-label={t('admitName', { name: guest.name })}>
        <Icon name="check" className="size-5" />
        {t('admit')}
      </SubmitButton>
    </form>
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
