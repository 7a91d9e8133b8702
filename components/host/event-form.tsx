'use client'

import { useTranslations } from 'next-intl'
import { useRef, useState } from 'react'
import { FormMessage } from '@/components/ui/form-message'
import { Notice } from '@/components/ui/notice'
import { SubmitButton } from '@/components/ui/submit-button'
import { type FormAction, useFormAction } from '@/components/ui/use-form-action'
import { EventFields, type EventFieldsProps } from './event-fields'
import { type Draft, useDraft } from './use-draft'

type Props = Omit<EventFieldsProps, 'errors'> & {
  action: FormAction
  /** What the draft of this form is called on the device; begins with "new" or the event's id. */
  draftKey: string
  /** Of the event that is edited; none for a new one. */
  eventId?: string
}

const texts = (values: Record<string, string | string[]>): Draft =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, [value].flat().at(-1) ?? '']))

/** Everything about an event on one page; nothing typed is lost on the way. */
export function EventForm({ action, draftKey, eventId, values, ...fields }: Props) {
  const t = useTranslations('host.form')
  const form = useRef<HTMLFormElement>(null)
  const { state, submit } = useFormAction(action)
  const { draft, onInput, forget } = useDraft(draftKey, form)

  // The fields hold their own state: a new set of values is a new set of fields.
  const first = state.status === 'refused' ? texts(state.values) : values
  const [shown, setShown] = useState({ state, draft, values: first, round: 0 })
  if (state !== shown.state) {
    setShown({ state, draft, values: first, round: shown.round + 1 })
  } else if (draft !== shown.draft) {
    setShown({ state, draft, values: { ...values, ...draft }, round: shown.round + 1 })
  }

  return (
    <form ref={form} action={submit} noValidate onInput={onInput} className="flex flex-col gap-8">
      <FormMessage state={state} />
      {draft && state.status === 'idle' && (
        <Notice>
          {t('draftKept')}{' '}
          <button type="button" onClick={forget} className="min-h-6 font-semibold text-accent underline">
            {t('startOver')}
          </button>
        </Notice>
      )}
      {eventId && <input type="hidden" name="id" value={eventId} />}
      <EventFields key={shown.round} {...fields} values={shown.values} errors={state.errors} />
      <div className="flex flex-col gap-2">
        <SubmitButton variant="primary" className="w-full text-lg" pending={t('sending')}>
          {t(eventId ? 'save' : 'publish')}
        </SubmitButton>
        <p className="text-center text-muted text-sm">{t(eventId ? 'saveHint' : 'publishHint')}</p>
      </div>
    </form>
  )
}
