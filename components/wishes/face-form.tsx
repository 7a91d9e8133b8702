'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { WhenFields } from '@/components/host/when-fields'
import { Field } from '@/components/ui/field'
import { FormMessage } from '@/components/ui/form-message'
import { RadioCards } from '@/components/ui/radio-cards'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextArea } from '@/components/ui/text-area'
import { TextInput } from '@/components/ui/text-input'
import { type FormAction, useFormAction } from '@/components/ui/use-form-action'
import type { EventKind } from '@/lib/events/kinds/terms'
import type { WallTimes } from '@/lib/events/times/rules'

type Props = {
  action: FormAction
  token: string
  kind: EventKind
  language: string
  wall: WallTimes
  /** IANA zone of the place. */
  timeZone: string
  /** Open then; null where none is known. */
  space: { id: string; name: string } | null
  /** Nearest town. */
  area: string
}

/** Yes in one tap; day, hours and place may be changed first, and a word of welcome added. */
export function FaceForm({ action, token, kind, language, wall, timeZone, space, area }: Props) {
  const t = useTranslations('wishes.face')
  const { state, submit, typed } = useFormAction(action)
  const [when, setWhen] = useState(wall)
  const refused = state.status === 'refused'
  return (
    <form action={submit} noValidate className="flex flex-col gap-5">
      <FormMessage state={state} />
      <input type="hidden" name="token" value={token} />
      <input type="hidden" name="kind" value={kind} />
      <input type="hidden" name="language" value={language} />
      {space && <input type="hidden" name="spaceId" value={space.id} />}
      {!space && <Address t={t} errors={state.errors} typed={typed} area={area} />}
      {!space && <input type="hidden" name="where" value="address" />}
      <details open={refused} className="rounded-card border border-line bg-card p-4">
        <summary className="min-h-11 cursor-pointer content-center font-semibold text-accent">
          {t(space ? 'change' : 'changeTime')}
        </summary>
        <div className="mt-3 flex flex-col gap-6">
          <WhenFields wall={when} onWall={setWhen} timeZone={timeZone} errors={state.errors} />
          {space && (
            <div className="flex flex-col gap-3">
              <RadioCards
                name="where"
                legend={t('where')}
                defaultValue={typed('where') ?? 'space'}
                options={[
                  { value: 'space', label: space.name, icon: 'coffee' },
                  { value: 'address', label: t('elsewhere'), icon: 'pin' },
                ]}
              />
              <Address t={t} errors={state.errors} typed={typed} area={area} />
            </div>
          )}
          <Field id="welcome" label={t('welcome')} hint={t('welcomeHint')} error={state.errors.welcome}>
            {(ids) => <TextArea {...ids} name="welcome" maxLength={2000} defaultValue={typed('welcome')} />}
          </Field>
        </div>
      </details>
      <SubmitButton variant="primary" className="w-full text-lg" pending={t('sending')}>
        {t('yes')}
      </SubmitButton>
    </form>
  )
}

type AddressProps = {
  t: ReturnType<typeof useTranslations<'wishes.face'>>
  errors: Record<string, string>
  typed: (name: string) => string | undefined
  area: string
}

/** A place of one's own choice. */
function Address({ t, errors, typed, area }: AddressProps) {
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      <Field id="placeName" label={t('placeName')} error={errors.placeName}>
        {(ids) => <TextInput {...ids} name="placeName" maxLength={100} defaultValue={typed('placeName')} />}
      </Field>
      <Field id="city" label={t('city')} error={errors.city}>
        {(ids) => <TextInput {...ids} name="city" maxLength={100} defaultValue={typed('city') ?? area} />}
      </Field>
    </div>
  )
}
