'use client'

import { Field } from '@/components/ui/field'
import { FormMessage } from '@/components/ui/form-message'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextInput } from '@/components/ui/text-input'
import { type FormAction, useFormAction } from '@/components/ui/use-form-action'

type Props = {
  action: FormAction
  spaceId: string
  words: { label: string; hint: string; example: string; send: string; pending: string }
}

/** The mailbox that the code goes to. */
export function MailboxForm({ action, spaceId, words }: Props) {
  const { state, submit, typed, round } = useFormAction(action)
  return (
    <form key={round} action={submit} noValidate className="flex flex-col gap-4">
      {state.errors.email ? null : <FormMessage state={state} />}
      <input type="hidden" name="spaceId" value={spaceId} />
      <Field id="claim-email" label={words.label} hint={words.hint} error={state.errors.email}>
        {(ids) => (
          <TextInput
            {...ids}
            name="email"
            type="email"
            inputMode="email"
            autoComplete="email"
            autoCapitalize="none"
            spellCheck={false}
            maxLength={254}
            placeholder={words.example}
            defaultValue={typed('email')}
          />
        )}
      </Field>
      <SubmitButton variant="primary" className="w-full text-lg" pending={words.pending}>
        {words.send}
      </SubmitButton>
    </form>
  )
}
