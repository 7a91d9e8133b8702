'use client'

import { useTranslations } from 'next-intl'
import { Field } from '@/components/ui/field'
import { FormMessage } from '@/components/ui/form-message'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextArea } from '@/components/ui/text-area'
import { type FormAction, useFormAction } from '@/components/ui/use-form-action'
import type { FormValues } from '@/lib/spaces/edits/rules'
import type { Filled } from './edit-field'
import { SpaceFields, type SpaceFieldsProps } from './space-fields'

type Props = Pick<SpaceFieldsProps, 'languages' | 'basemap'> & {
  spaceId: string
  action: FormAction
  /** What is known, as it is compared with what comes back. */
  seen: FormValues
  values: Filled['values']
  /** Nobody looks at it first. */
  trusted: boolean
}

/** What is known of a place, to be mended: only what differs is sent on. */
export function CorrectForm({ spaceId, action, seen, values, trusted, ...fields }: Props) {
  const t = useTranslations('corrections')
  const { state, submit, round } = useFormAction(action)
  const again = state.status === 'refused'
  const shown = again ? state.values : values
  // What was seen when the form was opened, not when it came back.
  const first = again && typeof state.values.seen === 'string' ? state.values.seen : JSON.stringify(seen)
  return (
    <form action={submit} noValidate className="flex flex-col gap-6">
      <FormMessage state={state} />
      <input type="hidden" name="spaceId" value={spaceId} />
      <input type="hidden" name="seen" value={first} />
      <SpaceFields key={round} {...fields} values={shown} errors={state.errors} />
      <Field id="note" label={t('note')} note={t('optional')} hint={t('noteHint')} error={state.errors.note}>
        {(ids) => (
          <TextArea
            key={round}
            {...ids}
            name="note"
            rows={3}
            maxLength={1000}
            defaultValue={[shown.note ?? ''].flat().at(-1)}
          />
        )}
      </Field>
      <div className="flex flex-col gap-2">
        <SubmitButton variant="primary" className="w-full text-lg" pending={t('working')}>
          {t('send')}
        </SubmitButton>
        <p className="text-center text-muted text-sm">{t(trusted ? 'atOnce' : 'reviewed')}</p>
      </div>
    </form>
  )
}
