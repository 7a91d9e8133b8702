'use client'

import { useTranslations } from 'next-intl'
import { FormMessage } from '@/components/ui/form-message'
import { SubmitButton } from '@/components/ui/submit-button'
import { type FormAction, useFormAction } from '@/components/ui/use-form-action'
import type { RsvpDetails } from '@/lib/rsvps/schema'
import { AskedFields, type Asks, MoreFields } from './guest-fields'

type Props = { action: FormAction; eventId: string; asks: Asks; said: RsvpDetails }

/** How many come and what the hosts were told, to be changed. */
export function ChangeForm({ action, eventId, asks, said }: Props) {
  const t = useTranslations('rsvp')
  const { state, submit, typed } = useFormAction(action)
  return (
    <details className="group" open={state.status === 'refused' || undefined}>
      <summary className="flex min-h-11 list-none items-center justify-center font-semibold text-accent [&::-webkit-details-marker]:hidden">
        {t('change')}
      </summary>
      <form action={submit} noValidate className="flex flex-col gap-4 rounded-xl bg-sunken p-4">
        <FormMessage state={state} />
        {state.status === 'done' && <p role="status">{t('changed')}</p>}
        <input type="hidden" name="eventId" value={eventId} />
        <AskedFields id="change" {...{ asks, said, typed }} errors={state.errors} />
        <MoreFields id="change" {...{ asks, said, typed }} errors={state.errors} />
        <SubmitButton pending={t('joining')}>{t('changeSave')}</SubmitButton>
      </form>
    </details>
  )
}
