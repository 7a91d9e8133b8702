'use client'

import { useTranslations } from 'next-intl'
import { FormMessage } from '@/components/ui/form-message'
import { LinkButton } from '@/components/ui/link-button'
import { SubmitButton } from '@/components/ui/submit-button'
import { type FormAction, useFormAction } from '@/components/ui/use-form-action'

type Props = {
  eventId: string
  came: number
  /** Somebody counted at the door. */
  counted: boolean
  /** Had a seat and were not seen; a number, and nobody's name. */
  missing: number
  /** When it would be held again, in words; null where the form has to be looked at first. */
  again: string | null
  action: FormAction
}

/** When an event is over: how many came, and once more with one tap. */
export function AfterPanel({ eventId, came, counted, missing, again, action }: Props) {
  const t = useTranslations('host.after')
  const { state, submit } = useFormAction(action)
  return (
    <section className="flex flex-col gap-3 rounded-card border border-line bg-card p-4">
      <h2 className="text-xl">{t('title')}</h2>
      <p>{t(counted ? 'counted' : 'expected', { count: came })}</p>
      {counted && <p className="text-muted">{t('missing', { count: missing })}</p>}
      {again && (
        <form action={submit} className="flex flex-col gap-2">
          <FormMessage state={state} />
          <input type="hidden" name="eventId" value={eventId} />
          <SubmitButton variant="primary" pending={t('pending')}>
            {t('again', { when: again })}
          </SubmitButton>
          <p className="text-muted text-sm">{t('againText')}</p>
        </form>
      )}
      <LinkButton href={`/host/new?from=${eventId}`}>{t('changeFirst')}</LinkButton>
    </section>
  )
}
