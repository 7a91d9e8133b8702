'use client'

import { Field } from '@/components/ui/field'
import { FormMessage } from '@/components/ui/form-message'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextInput } from '@/components/ui/text-input'
import { type FormAction, useFormAction } from '@/components/ui/use-form-action'

type Props = {
  action: FormAction
  spaceId: string
  words: { url: string; urlHint: string; alt: string; altHint: string; add: string; pending: string }
}

/** A picture's address, and what is to be seen. */
export function PhotoForm({ action, spaceId, words }: Props) {
  const { state, submit, typed, round } = useFormAction(action)
  const { url, alt } = state.errors
  return (
    <form key={round} action={submit} noValidate className="flex flex-col gap-4">
      {url || alt ? null : <FormMessage state={state} />}
      <input type="hidden" name="spaceId" value={spaceId} />
      <Field id="photo-url" label={words.url} hint={words.urlHint} error={url}>
        {(ids) => (
          <TextInput
            {...ids}
            name="url"
            type="url"
            inputMode="url"
            autoCapitalize="none"
            spellCheck={false}
            maxLength={2000}
            placeholder="https://"
            defaultValue={typed('url')}
          />
        )}
      </Field>
      <Field id="photo-alt" label={words.alt} hint={words.altHint} error={alt}>
        {(ids) => <TextInput {...ids} name="alt" maxLength={200} defaultValue={typed('alt')} />}
      </Field>
      <SubmitButton variant="primary" className="self-start" pending={words.pending}>
        {words.add}
      </SubmitButton>
    </form>
  )
}
