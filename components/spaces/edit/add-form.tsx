'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode, useEffect, useRef } from 'react'
import { Field } from '@/components/ui/field'
import { FormMessage } from '@/components/ui/form-message'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextArea } from '@/components/ui/text-area'
import { type FormAction, useFormAction } from '@/components/ui/use-form-action'
import type { LikelyDouble } from '@/lib/spaces/additions/queries'
import { EditField, type Filled, textOf } from './edit-field'
import { LikelyDoubles } from './likely-doubles'
import { PlaceFields } from './place-fields'
import { NameFields, OtherFolds, type SpaceFieldsProps } from './space-fields'
import { useLikely } from './use-likely'

type Props = Pick<SpaceFieldsProps, 'languages' | 'basemap'> & {
  action: FormAction
  values: Filled['values']
}

/** A new place: what it is and where; the rest can be said later by anybody. */
export function AddForm({ action, values, languages, basemap }: Props) {
  const t = useTranslations('corrections')
  const e = useTranslations('spaceEdit')
  const form = useRef<HTMLFormElement>(null)
  const { state, submit, round } = useFormAction(action)
  const { likely, look } = useLikely()
  const filled = { values: state.status === 'refused' ? state.values : values, errors: state.errors }
  const doubles = (state.value as { doubles: LikelyDouble[] } | undefined)?.doubles
  return (
    <form
      ref={form}
      action={submit}
      noValidate
      onInput={() => look(form.current)}
      className="flex flex-col gap-6"
    >
      {doubles ? (
        <Question key={round} doubles={doubles}>
          <SubmitButton {...different(doubles)} pending={t('working')}>
            {t('noneOfThem')}
          </SubmitButton>
        </Question>
      ) : (
        <FormMessage state={state} />
      )}
      <div key={round} className="flex flex-col gap-6">
        <NameFields filled={filled} />
        <PlaceFields filled={filled} basemap={basemap} onPoint={() => look(form.current)} />
        <div role="status" className="empty:hidden">
          {!doubles && likely.length > 0 && <LikelyDoubles doubles={likely} />}
        </div>
        <Field id="space-hours" label={e('hours')} hint={e('hoursHint')} error={state.errors.hours}>
          {(ids) => (
            <TextArea
              {...ids}
              name="hours"
              rows={2}
              maxLength={1000}
              defaultValue={textOf(filled, 'hours')}
              placeholder={e('hoursExample')}
            />
          )}
        </Field>
        <EditField
          name="website"
          label={e('website')}
          type="url"
          inputMode="url"
          maxLength={500}
          filled={filled}
        />
        <EditField name="phone" label={e('phone')} type="tel" maxLength={100} filled={filled} />
        <div className="flex flex-col gap-3">
          <OtherFolds filled={filled} languages={languages} />
        </div>
      </div>
      <div className="flex flex-col gap-2">
        <SubmitButton
          variant="primary"
          className="w-full text-lg"
          pending={t('working')}
          {...(doubles && different(doubles))}
        >
          {t(doubles ? 'noneOfThem' : 'add')}
        </SubmitButton>
        <p className="text-center text-muted text-sm">{t('addHint')}</p>
      </div>
    </form>
  )
}

/** What says that these are others, with the button that sends it. */
const different = (doubles: LikelyDouble[]) => ({
  name: 'different',
  value: doubles.map(({ id }) => id).join(' '),
})

/** Asked before a place is added twice; the focus comes here when the form was sent. */
function Question({ doubles, children }: { doubles: LikelyDouble[]; children: ReactNode }) {
  const self = useRef<HTMLDivElement>(null)
  useEffect(() => self.current?.focus(), [])
  return (
    <div ref={self} role="alert" tabIndex={-1}>
      <LikelyDoubles doubles={doubles}>{children}</LikelyDoubles>
    </div>
  )
}
