'use client'

import { useTranslations } from 'next-intl'
import { Field } from '@/components/ui/field'
import { FormMessage } from '@/components/ui/form-message'
import { Select } from '@/components/ui/select'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextArea } from '@/components/ui/text-area'
import { TextInput } from '@/components/ui/text-input'
import { type FormAction, useFormAction } from '@/components/ui/use-form-action'

type Props = {
  action: FormAction
  /** Of the group that is edited; none for a new one. */
  groupId?: string
  values: { name: string; about: string; city: string; language: string }
  languages: { code: string; name: string }[]
}

/** What a group says of itself. */
export function GroupForm({ action, groupId, values, languages }: Props) {
  const t = useTranslations('groupForm')
  const { state, submit, typed } = useFormAction(action)
  const { errors } = state
  return (
    <form action={submit} noValidate className="flex flex-col gap-6">
      <FormMessage state={state} />
      {groupId && <input type="hidden" name="groupId" value={groupId} />}
      <Field id="name" label={t('name')} hint={t('nameHint')} error={errors.name}>
        {(ids) => (
          <TextInput
            {...ids}
            name="name"
            maxLength={80}
            autoComplete="off"
            defaultValue={typed('name') ?? values.name}
          />
        )}
      </Field>
      <Field id="about" label={t('about')} note={t('optional')} hint={t('aboutHint')} error={errors.about}>
        {(ids) => (
          <TextArea
            {...ids}
            name="about"
            rows={5}
            maxLength={2000}
            defaultValue={typed('about') ?? values.about}
          />
        )}
      </Field>
      <Field id="city" label={t('city')} note={t('optional')} hint={t('cityHint')} error={errors.city}>
        {(ids) => (
          <TextInput
            {...ids}
            name="city"
            maxLength={100}
            autoComplete="off"
            defaultValue={typed('city') ?? values.city}
          />
        )}
      </Field>
      <Field id="language" label={t('language')} error={errors.language}>
        {(ids) => (
          <Select
            {...ids}
            key={typed('language')}
            name="language"
            defaultValue={typed('language') ?? values.language}
          >
            {languages.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <SubmitButton variant="primary" className="w-full text-lg" pending={t('sending')}>
        {t(groupId ? 'save' : 'begin')}
      </SubmitButton>
    </form>
  )
}
