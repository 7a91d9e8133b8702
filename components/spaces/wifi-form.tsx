'use client'

import { Field } from '@/components/ui/field'
import { FormMessage } from '@/components/ui/form-message'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextInput } from '@/components/ui/text-input'
import { type FormAction, useFormAction } from '@/components/ui/use-form-action'

type Props = {
  spaceId: string
  action: FormAction
  words: { label: string; hint: string; send: string; pending: string }
}

/** The speed of the wifi, as somebody measured it there. */
export function WifiForm({ spaceId, action, words }: Props) {
  const { state, submit, typed, round } = useFormAction(action)
  return (
    <form key={round} action={submit} noValidate className="flex flex-col gap-3">
      <FormMessage state={state} />
      <input type="hidden" name="spaceId" value={spaceId} />
      <input type="hidden" name="topic" value="wifi" />
      <Field id="wifi-speed" label={words.label} hint={words.hint} error={state.errors.value}>
        {(ids) => (
          <div className="flex gap-2">
            <TextInput
              {...ids}
              name="value"
              inputMode="decimal"
              autoComplete="off"
              className="w-28"
              defaultValue={typed('value')}
            />
            <SubmitButton pending={words.pending}>{words.send}</SubmitButton>
          </div>
        )}
      </Field>
    </form>
  )
}
