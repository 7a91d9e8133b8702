'use client'

import { useTranslations } from 'next-intl'
import { AreaField } from '@/components/me/area-field'
import { FormMessage } from '@/components/ui/form-message'
import { SubmitButton } from '@/components/ui/submit-button'
import { type FormAction, useFormAction } from '@/components/ui/use-form-action'

/** One tap, and a town where it is not known yet. */
export function SetOutForm({ action, needsHome }: { action: FormAction; needsHome: boolean }) {
  const t = useTranslations('welcome')
  const { state, submit, typed } = useFormAction(action)
  return (
    <form action={submit} noValidate className="flex flex-col gap-6">
      <FormMessage state={state} />
      <ul className="flex list-disc flex-col gap-1 pl-5">
        <li>{t('planGreeter')}</li>
        <li>{t('planEvents')}</li>
        <li>{t('planCoffee')}</li>
      </ul>
      {needsHome && <AreaField defaultValue={typed('area') ?? ''} error={state.errors.area} />}
      <SubmitButton variant="primary" className="w-full text-lg" pending={t('sending')}>
        {t('setOut')}
      </SubmitButton>
    </form>
  )
}
