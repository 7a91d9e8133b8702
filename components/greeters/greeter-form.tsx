'use client'

import { useTranslations } from 'next-intl'
import { Checkbox } from '@/components/ui/checkbox'
import { Field } from '@/components/ui/field'
import { FormMessage } from '@/components/ui/form-message'
import { Select } from '@/components/ui/select'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextInput } from '@/components/ui/text-input'
import { type FormAction, useFormAction } from '@/components/ui/use-form-action'
import type { GreetersDesk } from '@/lib/events/greeters/queries'
import { WORDS } from '@/lib/events/greeters/terms'

type Props = {
  eventId: string
  /** Who may greet. */
  people: GreetersDesk['people']
  comesBack: boolean
  action: FormAction
}

/** Names somebody who greets: who, where they stand, how to know them. */
export function GreeterForm({ eventId, people, comesBack, action }: Props) {
  const t = useTranslations('greeters')
  const { state, submit, typed } = useFormAction(action)
  return (
    <form action={submit} noValidate className="flex flex-col gap-4">
      <h2 className="text-xl">{t('add')}</h2>
      <FormMessage state={state} />
      <input type="hidden" name="eventId" value={eventId} />
      <Field id="freelancerId" label={t('who')} hint={t('whoHint')} error={state.errors.freelancerId}>
        {(ids) => (
          <Select {...ids} name="freelancerId" defaultValue={typed('freelancerId') ?? people[0]?.id}>
            {people.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field id="meetAt" label={t('meetAt')} error={state.errors.meetAt}>
        {(ids) => (
          <TextInput
            {...ids}
            name="meetAt"
            maxLength={WORDS}
            autoComplete="off"
            defaultValue={typed('meetAt')}
            placeholder={t('meetAtExample')}
          />
        )}
      </Field>
      <Field id="recognise" label={t('recognise')} error={state.errors.recognise}>
        {(ids) => (
          <TextInput
            {...ids}
            name="recognise"
            maxLength={WORDS}
            autoComplete="off"
            defaultValue={typed('recognise')}
            placeholder={t('recogniseExample')}
          />
        )}
      </Field>
      {comesBack && (
        <Checkbox name="everyDate" defaultChecked={typed('everyDate') === 'on'} label={t('everyDate')} />
      )}
      <SubmitButton variant="primary" pending={t('sending')}>
        {t('addConfirm')}
      </SubmitButton>
    </form>
  )
}
