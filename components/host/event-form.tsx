'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { ScopeField } from '@/components/series/scope-field'
import { FormMessage } from '@/components/ui/form-message'
import { Notice } from '@/components/ui/notice'
import { SubmitButton } from '@/components/ui/submit-button'
import { type FormAction, useFormAction } from '@/components/ui/use-form-action'
import type { EventKind } from '@/lib/events/kinds/terms'
import { EventFields, type EventFieldsProps } from './event-fields'
import { type Draft, useDraft } from './use-draft'

type Props = Omit<EventFieldsProps, 'errors' | 'repeats'> & {
  action: FormAction
  /** What the draft of this form is called on the device; begins with "new" or the event's id. */
  draftKey: string
  /** Of the event that is edited; none for a new one. */
  eventId?: string
  /** The edited event is one of many. */
  inSeries?: boolean
}

const texts = (values: Record<string, string | string[]>): Draft =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, [value].flat().at(-1) ?? '']))

/** A kind chosen before the code was there brings its hours, too. */
const hoursOfKind = (typed: Draft, usual: Props['usual']): Draft => ({ ...usual[typed.kind as EventKind] })

/** Everything about an event on one page; nothing typed is lost on the way. */
export function EventForm({ action, draftKey, eventId, inSeries = false, values, ...fields }: Props) {
  const t = useTranslations('host.form')
  const form = useRef<HTMLFormElement>(null)
  const { state, submit } = useFormAction(action)
  const { found, onInput, forget } = useDraft(draftKey, form)

  // The fields hold their own state: a new set of values is a new set of fields.
  const first = state.status === 'refused' ? texts(state.values) : values
  const [shown, setShown] = useState({ state, found, values: first, round: 0 })
  if (state !== shown.state) {
    setShown({ state, found, values: first, round: shown.round + 1 })
  } else if (found !== shown.found) {
    const { draft, typed } = found
    const kept = { ...values, ...draft, ...hoursOfKind(typed, fields.usual), ...typed }
    setShown({ state, found, values: kept, round: shown.round + 1 })
  }

  useLayoutEffect(() => {
    for (const summary of form.current?.querySelectorAll('summary') ?? [])
      if (found.unfolded.includes(summary.textContent)) summary.parentElement?.setAttribute('open', '')
  }, [found])

  // New fields take the focus of those they replace.
  const focused = useRef('')
  useEffect(() => {
    if (shown.round === 0) focused.current = document.activeElement?.id ?? ''
    else if (document.activeElement === document.body) document.getElementById(focused.current)?.focus()
  }, [shown.round])

  return (
    <form
      ref={form}
      action={submit}
      noValidate
      onInput={onInput}
      onFocus={(event) => {
        focused.current = event.target.id
      }}
      className="flex flex-col gap-8"
    >
      <FormMessage state={state} />
      {found.draft && state.status === 'idle' && (
        <Notice>
          {t('draftKept')}{' '}
          <button type="button" onClick={forget} className="min-h-6 font-semibold text-accent underline">
            {t('startOver')}
          </button>
        </Notice>
      )}
      {eventId && <input type="hidden" name="id" value={eventId} />}
      <EventFields
        key={shown.round}
        {...fields}
        values={shown.values}
        errors={state.errors}
        repeats={eventId === undefined}
      />
      {inSeries && <ScopeField key={`scope ${shown.round}`} changes value={shown.values.scope} />}
      <div className="flex flex-col gap-2">
        <SubmitButton variant="primary" className="w-full text-lg" pending={t('sending')}>
          {t(eventId ? 'save' : 'publish')}
        </SubmitButton>
        <p className="text-center text-muted text-sm">{t(eventId ? 'saveHint' : 'publishHint')}</p>
        {!eventId && (
          <SubmitButton name="as" value="draft" className="w-full" pending={t('sending')}>
            {t('saveDraft')}
          </SubmitButton>
        )}
      </div>
    </form>
  )
}
