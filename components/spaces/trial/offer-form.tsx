'use client'

import { Checkbox } from '@/components/ui/checkbox'
import { Field } from '@/components/ui/field'
import { FormMessage } from '@/components/ui/form-message'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextArea } from '@/components/ui/text-area'
import { type FormAction, useFormAction } from '@/components/ui/use-form-action'

type Props = {
  action: FormAction
  space: { id: string; trialDay: boolean; trialNote: string }
  words: { offer: string; note: string; hint: string; example: string; save: string; pending: string }
}

/** A first day on the house, and how to ask for it. */
export function OfferForm({ action, space, words }: Props) {
  const { state, submit, typed, round } = useFormAction(action)
  const offered = state.status === 'refused' ? typed('trialDay') !== undefined : space.trialDay
  return (
    <form key={round} action={submit} noValidate className="flex flex-col gap-4">
      {state.errors.trialNote ? null : <FormMessage state={state} />}
      <input type="hidden" name="spaceId" value={space.id} />
      <Checkbox name="trialDay" value="1" defaultChecked={offered} label={words.offer} />
      <Field id="trial-note" label={words.note} hint={words.hint} error={state.errors.trialNote}>
        {(ids) => (
          <TextArea
            {...ids}
            name="trialNote"
            rows={2}
            maxLength={500}
            placeholder={words.example}
            defaultValue={typed('trialNote') ?? space.trialNote}
          />
        )}
      </Field>
      <SubmitButton className="self-start" pending={words.pending}>
        {words.save}
      </SubmitButton>
    </form>
  )
}
