'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { FormMessage } from '@/components/ui/form-message'
import { SubmitButton } from '@/components/ui/submit-button'
import { type FormAction, useFormAction } from '@/components/ui/use-form-action'

/** One button that takes a seat for whoever is signed in. */
export function JoinForm({
  action,
  eventId,
  children,
}: {
  action: FormAction
  eventId: string
  children: ReactNode
}) {
  const t = useTranslations('rsvp')
  const { state, submit } = useFormAction(action)
  return (
    <form action={submit} className="flex flex-col gap-3">
      <FormMessage state={state} />
      <input type="hidden" name="eventId" value={eventId} />
      <SubmitButton variant="primary" className="w-full text-lg" pending={t('joining')}>
        {children}
      </SubmitButton>
    </form>
  )
}
