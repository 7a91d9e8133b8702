'use client'

import { useTranslations } from 'next-intl'
import { FormMessage } from '@/components/ui/form-message'
import { Notice } from '@/components/ui/notice'
import { SubmitButton } from '@/components/ui/submit-button'
import { type FormAction, useFormAction } from '@/components/ui/use-form-action'

/** A seat that came free in the last hours: to be taken before `until` (in words). */
export function OfferedSeat({
  action,
  eventId,
  until,
}: {
  action: FormAction
  eventId: string
  until: string
}) {
  const t = useTranslations('rsvp')
  const { state, submit } = useFormAction(action)
  return (
    <form action={submit} className="flex flex-col gap-3">
      <div role="status">
        <Notice tone="good">
          <strong className="block">{t('offered')}</strong>
          {t('offeredText', { time: until })}
        </Notice>
      </div>
      <FormMessage state={state} />
      <input type="hidden" name="eventId" value={eventId} />
      <SubmitButton variant="primary" className="w-full text-lg" pending={t('joining')}>
        {t('offeredTake')}
      </SubmitButton>
    </form>
  )
}
