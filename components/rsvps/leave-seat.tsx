'use client'

import { useTranslations } from 'next-intl'
import { buttonClass } from '@/components/ui/button'
import { FormMessage } from '@/components/ui/form-message'
import { SubmitButton } from '@/components/ui/submit-button'
import { type FormAction, useFormAction } from '@/components/ui/use-form-action'

/** Giving up a seat: asked once more, because somebody else may have it a moment later. */
export function LeaveSeat({
  action,
  eventId,
  waiting,
}: {
  action: FormAction
  eventId: string
  waiting: boolean
}) {
  const t = useTranslations('rsvp')
  const { state, submit } = useFormAction(action)
  return (
    <details className="group">
      <summary className={buttonClass('plain', 'w-full list-none [&::-webkit-details-marker]:hidden')}>
        <span className="group-open:hidden">{t(waiting ? 'leaveQueue' : 'leave')}</span>
        <span className="hidden group-open:inline">{t('keep')}</span>
      </summary>
      <form action={submit} className="mt-3 flex flex-col gap-3 rounded-xl bg-sunken p-4">
        <p className="font-semibold">{t(waiting ? 'leaveQueueQuestion' : 'leaveQuestion')}</p>
        {!waiting && <p className="text-muted text-sm">{t('leaveText')}</p>}
        <FormMessage state={state} />
        <input type="hidden" name="eventId" value={eventId} />
        <SubmitButton variant="danger" pending={t('leaving')}>
          {t(waiting ? 'leaveQueueConfirm' : 'leaveConfirm')}
        </SubmitButton>
      </form>
    </details>
  )
}
