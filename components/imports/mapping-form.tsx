'use client'

import { useTranslations } from 'next-intl'
import { Field } from '@/components/ui/field'
import { FormMessage } from '@/components/ui/form-message'
import { Select } from '@/components/ui/select'
import { SubmitButton } from '@/components/ui/submit-button'
import { type FormAction, useFormAction } from '@/components/ui/use-form-action'
import { MAPPED } from '@/lib/imports/intake/terms'
import { KindField } from './kind-field'

type Props = { action: FormAction; run: string; columns: string[] }

/** Which column of an unknown table says what. */
export function MappingForm({ action, run, columns }: Props) {
  const t = useTranslations('imports')
  const { state, submit, typed, round } = useFormAction(action)
  return (
    <form action={submit} noValidate className="flex flex-col gap-4">
      <FormMessage state={state} />
      <input type="hidden" name="run" value={run} />
      <div key={round} className="grid gap-4 sm:grid-cols-2">
        {MAPPED.map((target) => (
          <Field
            key={target}
            id={`map-${target}`}
            label={t(`targets.${target}`)}
            error={state.errors[target]}
          >
            {(ids) => (
              <Select name={target} defaultValue={typed(target) ?? ''} {...ids}>
                <option value="">{t('column')}</option>
                {columns.map((column) => (
                  <option key={column} value={column}>
                    {column}
                  </option>
                ))}
              </Select>
            )}
          </Field>
        ))}
        <KindField id="map-kind" value={typed('kind')} />
      </div>
      <SubmitButton variant="primary" pending={t('working')} className="self-start">
        {t('mapSend')}
      </SubmitButton>
    </form>
  )
}
