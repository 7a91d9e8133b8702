'use client'

import { useTranslations } from 'next-intl'
import { ButtonForm } from '@/components/ui/button-form'
import { Checkbox } from '@/components/ui/checkbox'
import { FormMessage } from '@/components/ui/form-message'
import { SubmitButton } from '@/components/ui/submit-button'
import { type FormAction, useFormAction } from '@/components/ui/use-form-action'

/** Did it take place? What is said of somebody is shown to nobody. */
export function ReportForm({
  action,
  coffeeId,
  others,
}: {
  action: FormAction
  coffeeId: string
  others: { id: string; firstName: string }[]
}) {
  const t = useTranslations('coffees')
  const { state, submit } = useFormAction(action)
  return (
    <section className="flex flex-col gap-3 rounded-card bg-sunken p-4">
      <h2 className="text-xl">{t('reportTitle')}</h2>
      <ButtonForm
        action={action}
        fields={{ coffeeId, met: 'yes' }}
        variant="primary"
        className="w-full"
        label={t('reportYes')}
        pending={t('sending')}
      />
      <details open={state.status === 'refused'}>
        <summary className="min-h-11 py-2 text-accent">{t('reportNo')}</summary>
        <form action={submit} className="flex flex-col gap-3">
          <FormMessage state={state} />
          <input type="hidden" name="coffeeId" value={coffeeId} />
          <input type="hidden" name="met" value="no" />
          <div>
            {others.map(({ id, firstName }) => (
              <Checkbox key={id} name="missing" value={id} label={t('missing', { name: firstName })} />
            ))}
          </div>
          <p className="text-muted text-sm">{t('missingText')}</p>
          <SubmitButton pending={t('sending')}>{t('reportSend')}</SubmitButton>
        </form>
      </details>
    </section>
  )
}
