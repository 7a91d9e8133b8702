'use client'

import { useTranslations } from 'next-intl'
import { Field } from '@/components/ui/field'
import { FormMessage } from '@/components/ui/form-message'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextInput } from '@/components/ui/text-input'
import { type FormAction, useFormAction } from '@/components/ui/use-form-action'
import type { EventHosts } from '@/lib/events/hosts/queries'

type Invites = EventHosts['invites']
type Props = { eventId: string; invites: Invites; invite: FormAction; withdraw: FormAction }

/** Asks somebody to co-host, and shows who has not answered yet. */
export function InviteHost({ eventId, invites, invite, withdraw }: Props) {
  const t = useTranslations('hosts')
  const { state, submit, typed } = useFormAction(invite)
  return (
    <section className="flex flex-col gap-4">
      <h2 className="text-xl">{t('invite')}</h2>
      {invites.length > 0 && (
        <div>
          <h3 className="text-muted text-sm">{t('invites')}</h3>
          <ul className="divide-y divide-line">
            {invites.map(({ id, email }) => (
              <Waiting key={id} {...{ eventId, email, withdraw }} inviteId={id} />
            ))}
          </ul>
        </div>
      )}
      <form action={submit} noValidate className="flex flex-col gap-4">
        <FormMessage state={state} />
        <input type="hidden" name="eventId" value={eventId} />
        <Field id="email" label={t('email')} hint={t('emailHint')} error={state.errors.email}>
          {(ids) => (
            <TextInput
              {...ids}
              type="email"
              name="email"
              maxLength={254}
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
              defaultValue={typed('email')}
            />
          )}
        </Field>
        <SubmitButton variant="primary" pending={t('sending')}>
          {t('inviteSend')}
        </SubmitButton>
      </form>
    </section>
  )
}

function Waiting({
  eventId,
  inviteId,
  email,
  withdraw,
}: {
  eventId: string
  inviteId: string
  email: string
  withdraw: FormAction
}) {
  const t = useTranslations('hosts')
  const { submit } = useFormAction(withdraw)
  return (
    <li>
      <form action={submit} className="flex items-center justify-between gap-3">
        <span className="min-w-0 truncate">{email}</span>
        <input type="hidden" name="eventId" value={eventId} />
        <input type="hidden" name="inviteId" value={inviteId} />
        <SubmitButton variant="plain" pending={t('sending')} aria-label={t('withdrawName', { email })}>
          {t('withdraw')}
        </SubmitButton>
      </form>
    </li>
  )
}
