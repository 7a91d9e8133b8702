'use client'

import { useTranslations } from 'next-intl'
import { Checkbox } from '@/components/ui/checkbox'
import { Field } from '@/components/ui/field'
import { FormMessage } from '@/components/ui/form-message'
import { Select } from '@/components/ui/select'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextInput } from '@/components/ui/text-input'
import { type FormAction, useFormAction } from '@/components/ui/use-form-action'
import type { OwnContact } from '@/lib/safety/queries'
import { GRACES, TELLINGS } from '@/lib/safety/terms'

type Props = {
  action: FormAction
  eventId: string
  /** Who is named already. */
  contact: OwnContact | null
}

/** Whom one trusts, and what they may know: nothing of where and until when, unless it is ticked. */
export function TrustedForm({ action, eventId, contact }: Props) {
  const t = useTranslations('trusted')
  const { state, submit, typed } = useFormAction(action)
  const sent = state.status !== 'idle'
  const ticked = (name: 'tellWhere' | 'tellUntil') =>
    sent ? typed(name) === 'on' : (contact?.[name] ?? false)
  return (
    <form action={submit} noValidate className="flex flex-col gap-4">
      <FormMessage state={state} />
      <input type="hidden" name="eventId" value={eventId} />
      <Field id="trustedName" label={t('name')} error={state.errors.name}>
        {(ids) => (
          <TextInput
            {...ids}
            name="name"
            maxLength={60}
            autoComplete="off"
            defaultValue={typed('name') ?? contact?.name}
          />
        )}
      </Field>
      <Field id="trustedEmail" label={t('email')} hint={t('emailHint')} error={state.errors.email}>
        {(ids) => (
          <TextInput
            {...ids}
            type="email"
            name="email"
            maxLength={254}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            defaultValue={typed('email') ?? contact?.email ?? ''}
          />
        )}
      </Field>
      <Field id="telling" label={t('telling')} error={state.errors.telling}>
        {(ids) => (
          <Select
            key={typed('telling')}
            {...ids}
            name="telling"
            defaultValue={typed('telling') ?? contact?.telling ?? TELLINGS[0]}
          >
            {TELLINGS.map((telling) => (
              <option key={telling} value={telling}>
                {t(`telling_${telling}`)}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <div className="flex flex-col gap-1">
        <Checkbox name="tellWhere" defaultChecked={ticked('tellWhere')} label={t('tellWhere')} />
        <Checkbox name="tellUntil" defaultChecked={ticked('tellUntil')} label={t('tellUntil')} />
      </div>
      <Field id="grace" label={t('grace')} hint={t('graceHint')} error={state.errors.grace}>
        {(ids) => (
          <Select
            key={typed('grace')}
            {...ids}
            name="grace"
            defaultValue={typed('grace') ?? String(contact?.grace ?? GRACES[0])}
          >
            {GRACES.map((minutes) => (
              <option key={minutes} value={minutes}>
                {t('minutes', { minutes })}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <SubmitButton variant="primary" pending={t('saving')}>
        {t(contact ? 'change' : 'save')}
      </SubmitButton>
    </form>
  )
}
