'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { FormMessage } from '@/components/ui/form-message'
import { SubmitButton } from '@/components/ui/submit-button'
import { TimeZoneField } from '@/components/ui/time-zone-field'
import { type FormAction, useFormAction } from '@/components/ui/use-form-action'
import type { RsvpDetails } from '@/lib/rsvps/schema'
import { AskedFields, type Asks, MoreFields } from './guest-fields'

type Props = {
  action: FormAction
  eventId: string
  asks: Asks
  said?: Partial<RsvpDetails>
  /** The button's words. */
  children: ReactNode
}

/** One button that takes a seat for whoever is signed in, below what the hosts ask. */
export function JoinForm({ action, eventId, asks, said, children }: Props) {
  const t = useTranslations('rsvp')
  const { state, submit, typed } = useFormAction(action)
  return (
    <form action={submit} noValidate className="flex flex-col gap-4">
      <FormMessage state={state} />
      <input type="hidden" name="eventId" value={eventId} />
      <TimeZoneField />
      <AskedFields id="join" {...{ asks, said, typed }} errors={state.errors} />
      <SubmitButton variant="primary" className="w-full text-lg" pending={t('joining')}>
        {children}
      </SubmitButton>
      <MoreFields id="join" {...{ asks, said, typed }} errors={state.errors} />
    </form>
  )
}
