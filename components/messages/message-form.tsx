'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Checkbox } from '@/components/ui/checkbox'
import { Field } from '@/components/ui/field'
import { FormMessage } from '@/components/ui/form-message'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextArea } from '@/components/ui/text-area'
import { type FormAction, useFormAction } from '@/components/ui/use-form-action'

type Props = {
  action: FormAction
  eventId: string
  messageId: string
  /** The host's own address: guests see it only when they may answer. */
  email: string
  /** People who come, and people who wait, ask or may come. */
  coming: number
  others: number
}

/** Writes to guests, and says to how many. */
export function MessageForm({ action, eventId, messageId, email, coming, others }: Props) {
  const t = useTranslations('messages')
  const { state, submit, typed } = useFormAction(action)
  // The id of the first rendering: what is sent twice is one message.
  const [id] = useState(messageId)
  const refused = state.status === 'refused'
  const [everybody, setEverybody] = useState(coming === 0)
  return (
    <form action={submit} noValidate className="flex flex-col gap-4">
      <FormMessage state={state} />
      <input type="hidden" name="eventId" value={eventId} />
      <input type="hidden" name="messageId" value={typed('messageId') ?? id} />
      <Field
        id="body"
        label={t('body')}
        hint={t('to', { count: everybody ? coming + others : coming })}
        error={state.errors.body}
      >
        {(ids) => (
          <TextArea
            {...ids}
            name="body"
            rows={6}
            maxLength={1000}
            required
            defaultValue={typed('body')}
            placeholder={t('example')}
          />
        )}
      </Field>
      <div>
        {others > 0 && (
          <Checkbox
            name="everybody"
            label={t('everybody', { count: others })}
            defaultChecked={refused ? typed('everybody') !== undefined : coming === 0}
            onChange={(event) => setEverybody(event.target.checked)}
          />
        )}
        <Checkbox
          name="answers"
          label={t('answers', { email })}
          defaultChecked={refused && typed('answers') !== undefined}
        />
      </div>
      <SubmitButton variant="primary" pending={t('sending')}>
        {t('send')}
      </SubmitButton>
    </form>
  )
}
