'use client'

import { SpaceFields, type SpaceFieldsProps } from '@/components/spaces/edit/space-fields'
import { FormMessage } from '@/components/ui/form-message'
import { SubmitButton } from '@/components/ui/submit-button'
import { type FormAction, useFormAction } from '@/components/ui/use-form-action'
import type { FormValues } from '@/lib/spaces/edits/rules'

type Props = Pick<SpaceFieldsProps, 'languages' | 'basemap'> & {
  action: FormAction
  spaceId: string
  /** What the page says now. */
  values: FormValues
  words: { save: string; pending: string }
}

/** Everything that an owner may say of their place, at once. */
export function KeepForm({ action, spaceId, values, languages, basemap, words }: Props) {
  const { state, submit, round } = useFormAction(action)
  const again = state.status === 'refused'
  const shown = again ? state.values : values
  // What was seen when the form was opened, not when it came back.
  const first = again && typeof state.values.seen === 'string' ? state.values.seen : JSON.stringify(values)
  return (
    <form key={round} action={submit} noValidate className="flex flex-col gap-6">
      <FormMessage state={state} />
      <input type="hidden" name="spaceId" value={spaceId} />
      <input type="hidden" name="seen" value={first} />
      <SpaceFields values={shown} errors={state.errors} languages={languages} basemap={basemap} owner />
      <SubmitButton variant="primary" className="w-full text-lg" pending={words.pending}>
        {words.save}
      </SubmitButton>
    </form>
  )
}
