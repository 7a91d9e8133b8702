'use client'

import { useTranslations } from 'next-intl'
import { Checkbox } from '@/components/ui/checkbox'
import { Field } from '@/components/ui/field'
import { FieldError } from '@/components/ui/field-error'
import { FormMessage } from '@/components/ui/form-message'
import { RadioCards } from '@/components/ui/radio-cards'
import { Select } from '@/components/ui/select'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextArea } from '@/components/ui/text-area'
import { TextInput } from '@/components/ui/text-input'
import { type FormAction, useFormAction } from '@/components/ui/use-form-action'
import type { MyProfile } from '@/lib/freelancers/profile/queries'
import { AreaField } from './area-field'

type Props = {
  action: FormAction
  profile: MyProfile
  /** The language we write to them in. */
  locale: 'fr' | 'en'
  languages: { code: string; name: string }[]
}

/** What others read of somebody, and who may. */
export function ProfileForm({ action, profile, locale, languages }: Props) {
  const t = useTranslations('profile')
  const { state, submit, typed, round } = useFormAction(action)
  const { errors } = state
  const spoken = state.status === 'refused' ? [state.values.languages ?? []].flat() : profile.languages

  return (
    <form action={submit} noValidate>
      <div key={round} className="flex flex-col gap-6">
        <FormMessage state={state} />
        <Field id="name" label={t('name')} error={errors.name}>
          {(ids) => (
            <TextInput
              {...ids}
              name="name"
              autoComplete="name"
              maxLength={60}
              defaultValue={typed('name') ?? profile.name}
            />
          )}
        </Field>
        <Field id="trade" label={t('trade')} note={t('optional')} error={errors.trade}>
          {(ids) => (
            <TextInput
              {...ids}
              name="trade"
              autoComplete="organization-title"
              maxLength={60}
              defaultValue={typed('trade') ?? profile.trade}
              placeholder={t('tradeExample')}
            />
          )}
        </Field>
        <Field id="bio" label={t('bio')} note={t('optional')} hint={t('bioHint')} error={errors.bio}>
          {(ids) => (
            <TextArea
              {...ids}
              name="bio"
              rows={3}
              maxLength={280}
              defaultValue={typed('bio') ?? profile.bio}
              placeholder={t('bioExample')}
            />
          )}
        </Field>
        <Field
          id="interests"
          label={t('interests')}
          note={t('optional')}
          hint={t('interestsHint')}
          error={errors.interests}
        >
          {(ids) => (
            <TextInput
              {...ids}
              name="interests"
              maxLength={600}
              defaultValue={typed('interests') ?? profile.interests.join(', ')}
              placeholder={t('interestsExample')}
            />
          )}
        </Field>
        <RadioCards
          name="visibility"
          legend={t('visibility')}
          options={[
            { value: 'hidden', label: t('hidden'), hint: t('hiddenHint'), icon: 'close' },
            { value: 'members', label: t('members'), hint: t('membersHint'), icon: 'people' },
          ]}
          defaultValue={typed('visibility') ?? profile.visibility}
          error={errors.visibility}
        />
        <AreaField defaultValue={typed('area') ?? profile.area} error={errors.area} />
        <fieldset aria-describedby={errors.languages ? 'languages-error' : undefined}>
          <legend className="font-semibold">{t('languages')}</legend>
          <div className="grid grid-cols-2 sm:grid-cols-3">
            {languages.map(({ code, name }) => (
              <Checkbox
                key={code}
                name="languages"
                value={code}
                label={name}
                defaultChecked={spoken.includes(code)}
              />
            ))}
          </div>
          <FieldError id="languages-error" error={errors.languages} />
        </fieldset>
        <Field id="locale" label={t('locale')} error={errors.locale}>
          {(ids) => (
            <Select {...ids} name="locale" defaultValue={typed('locale') ?? locale}>
              <option value="fr">{t('french')}</option>
              <option value="en">{t('english')}</option>
            </Select>
          )}
        </Field>
        <SubmitButton variant="primary" className="w-full text-lg" pending={t('saving')}>
          {t('save')}
        </SubmitButton>
      </div>
    </form>
  )
}
