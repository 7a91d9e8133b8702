'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { FormMessage } from '@/components/ui/form-message'
import { SubmitButton } from '@/components/ui/submit-button'
import { type FormAction, useFormAction } from '@/components/ui/use-form-action'

/** Seconds before a mail can be asked for again: most arrive within them. */
const PAUSE = 30

export function ResendForm({ action, id, primary }: { action: FormAction; id: string; primary: boolean }) {
  const t = useTranslations('signIn')
  const { state, submit } = useFormAction(action)
  const wait = useCountdown(primary ? 0 : PAUSE)
  return (
    <form action={submit} className="flex flex-col gap-3">
      <FormMessage state={state} />
      <input type="hidden" name="id" value={id} />
      <SubmitButton
        variant={primary ? 'primary' : 'quiet'}
        className={primary ? 'w-full text-lg' : ''}
        disabled={wait > 0}
        pending={t('sending')}
      >
        {primary ? t('newCode') : wait > 0 ? t('resendIn', { seconds: wait }) : t('resend')}
      </SubmitButton>
    </form>
  )
}

/** Whole seconds, down to 0. Starts in the browser: without its code the button is simply there. */
function useCountdown(from: number): number {
  const [left, setLeft] = useState(0)
  useEffect(() => {
    setLeft(from)
    if (from === 0) return
    const timer = setInterval(() => setLeft((seconds) => Math.max(0, seconds - 1)), 1000)
    return () => clearInterval(timer)
  }, [from])
  return left
}
