'use client'

import { useTranslations } from 'next-intl'
import { FormMessage } from '@/components/ui/form-message'
import { SubmitButton } from '@/components/ui/submit-button'
import { type FormAction, useFormAction } from '@/components/ui/use-form-action'

type Props = {
  action: FormAction
  eventId: string
  /** What can still be said. */
  answers: ('maybe' | 'declined')[]
}

/** "Maybe" and "I can't": neither takes a seat. */
export function OtherAnswers({ action, eventId, answers }: Props) {
  const t = useTranslations('rsvp')
  const { state, submit } = useFormAction(action)
  return (
    <div className="flex flex-col gap-2">
      {/* One form each: a button's own value would be lost where the form is sent before its code is there. */}
      <FormMessage state={state} />
      <div className="flex gap-2 *:flex-1">
        {answers.map((answer) => (
          <form key={answer} action={submit} className="flex">
            <input type="hidden" name="eventId" value={eventId} />
            <input type="hidden" name="answer" value={answer} />
            <SubmitButton variant="plain" className="w-full" pending={t('joining')}>
              {t(`say_${answer}`)}
            </SubmitButton>
          </form>
        ))}
      </div>
    </div>
  )
}
