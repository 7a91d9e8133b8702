'use client'

import { Field } from '@/components/ui/field'
import { FormMessage } from '@/components/ui/form-message'
import { Icon } from '@/components/ui/icon'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextInput } from '@/components/ui/text-input'
import { type FormAction, useFormAction } from '@/components/ui/use-form-action'
import { WAY_LENGTH } from '@/lib/ties/terms'

interface Props {
  personId: string
  way: string
  action: FormAction
  labels: { open: string; way: string; hint: string; save: string; saveName: string; pending: string }
}

/** The line by which one person may reach one. Empty takes it back. */
export function WayForm({ personId, way, action, labels }: Props) {
  const { state, submit, typed } = useFormAction(action)
  return (
    <details className="group" open={state.status === 'refused'}>
      <summary className="flex min-h-11 list-none items-center gap-1.5 text-accent [&::-webkit-details-marker]:hidden">
        <Icon name="down" className="size-5 transition-transform group-open:rotate-180" />
        <span className="min-w-0 [overflow-wrap:anywhere]">{labels.open}</span>
      </summary>
      <form action={submit} noValidate className="mt-2 flex flex-col gap-3">
        <FormMessage state={state} />
        <input type="hidden" name="personId" value={personId} />
        <Field id={`way-${personId}`} label={labels.way} hint={labels.hint} error={state.errors.way}>
          {(ids) => (
            <TextInput
              {...ids}
              name="way"
              maxLength={WAY_LENGTH}
              autoComplete="off"
              defaultValue={typed('way') ?? way}
            />
          )}
        </Field>
        <SubmitButton className="self-start" pending={labels.pending} aria-label={labels.saveName}>
          {labels.save}
        </SubmitButton>
      </form>
    </details>
  )
}
