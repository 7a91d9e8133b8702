'use client'

import { useTranslations } from 'next-intl'
import { Checkbox } from '@/components/ui/checkbox'
import { FormMessage } from '@/components/ui/form-message'
import { SubmitButton } from '@/components/ui/submit-button'
import { TimeZoneField } from '@/components/ui/time-zone-field'
import { type FormAction, useFormAction } from '@/components/ui/use-form-action'
import type { MySettings } from '@/lib/settings/queries'
import { MESSAGE_KINDS, PUSHED_KINDS } from '@/lib/settings/terms'
import { QuietFields } from './quiet-fields'

/** What to be told of, how, and when not. */
export function MessagesForm({ action, settings }: { action: FormAction; settings: MySettings }) {
  const t = useTranslations('settings')
  const { state, submit, typed } = useFormAction(action)
  const ticked = (name: string, saved: boolean) =>
    state.status === 'refused' ? typed(name) !== undefined : saved
  return (
    <form action={submit} noValidate className="flex flex-col gap-6">
      <FormMessage state={state} />
      <p className="text-muted">{t('devices', { count: settings.devices })}</p>
      <div className="divide-y divide-line rounded-card border border-line bg-card px-4">
        {MESSAGE_KINDS.map((kind) => (
          <fieldset key={kind} className="py-3">
            <legend className="float-left w-full font-semibold">{t(kind)}</legend>
            <p className="clear-both text-muted text-sm">{t(`about_${kind}`)}</p>
            <div className="flex flex-wrap gap-x-6">
              <Checkbox
                name={`mail_${kind}`}
                label={t('mail')}
                defaultChecked={ticked(`mail_${kind}`, settings.choices[kind].mail)}
              />
              {PUSHED_KINDS.includes(kind) && (
                <Checkbox
                  name={`push_${kind}`}
                  label={t('push')}
                  defaultChecked={ticked(`push_${kind}`, settings.choices[kind].push)}
                />
              )}
            </div>
          </fieldset>
        ))}
      </div>
      <QuietFields {...{ settings, typed }} errors={state.errors} />
      <TimeZoneField />
      <SubmitButton variant="primary" className="w-full text-lg" pending={t('saving')}>
        {t('save')}
      </SubmitButton>
    </form>
  )
}
