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
  asked = false,
}: {
  action: FormAction
  eventId: string
  waiting: boolean
  /** Nothing but a request to take back. */
  asked?: boolean
}) {
  const t = useTranslations('rsvp')
  const { state, submit } = useFormAction(action)
  return (
    <details className="group">
      <summary className={buttonClass('plain', 'w-full list-none [&::-webkit-details-marker]:hidden')}>
        <span className="group-open:hidden">
          {t(asked ? 'leaveAsked' : waiting ? 'leaveQueue' : 'leave')}
        </span>
        <span className="hidden group-open:inline">{t('keep')}</span>
      </summary>
      <form action={submit} className="mt-3 flex flex-col gap-3 rounded-xl bg-sunken p-4">
        <p className="font-semibold">
          {t(asked ? 'leaveAskedQuestion' : waiting ? 'leaveQueueQuestion' : 'leaveQuestion')}
        </p>
        {!waiting && <p className="text-muted text-sm">{t('leaveText')}</p>}
        <FormMessage state={state} />
        <input type="hidden" name="eventId" value={eventId} />
        <SubmitButton variant="danger" pending={t('leaving')}>
          {t(asked ? 'leaveAskedConfirm' : waiting ? 'leaveQueueConfirm' : 'leaveConfirm')}
        </SubmitButton>
      </form>
    </details>
  )
}
