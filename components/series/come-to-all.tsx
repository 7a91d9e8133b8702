'use client'

import { useTranslations } from 'next-intl'
import { buttonClass } from '@/components/ui/button'
import { FormMessage } from '@/components/ui/form-message'
import { Notice } from '@/components/ui/notice'
import { SubmitButton } from '@/components/ui/submit-button'
import { type FormAction, useFormAction } from '@/components/ui/use-form-action'

type Props = { seriesId: string; atAll: boolean; actions: { come: FormAction; stop: FormAction } }

/** A choice of its own, never a side effect of coming once; taking it back is asked once more. */
export function ComeToAll({ seriesId, atAll, actions }: Props) {
  const t = useTranslations('series')
  const { state, submit } = useFormAction(atAll ? actions.stop : actions.come)
  const hidden = <input type="hidden" name="seriesId" value={seriesId} />
  if (!atAll) {
    return (
      <form action={submit} className="flex flex-col gap-2 rounded-xl bg-sunken p-4">
        <FormMessage state={state} />
        {hidden}
        <p className="text-muted text-sm">{t('comeToAllText')}</p>
        <SubmitButton pending={t('pending')}>{t('comeToAll')}</SubmitButton>
      </form>
    )
  }
  return (
    <div className="flex flex-col gap-2">
      <div role="status">
        <Notice tone="good">
          <strong className="block">{t('atAll')}</strong>
          {t('atAllText')}
        </Notice>
      </div>
      <details className="group">
        <summary className={buttonClass('plain', 'w-full list-none [&::-webkit-details-marker]:hidden')}>
          <span className="group-open:hidden">{t('stop')}</span>
          <span className="hidden group-open:inline">{t('keep')}</span>
        </summary>
        <form action={submit} className="mt-3 flex flex-col gap-3 rounded-xl bg-sunken p-4">
          <p className="font-semibold">{t('stopQuestion')}</p>
          <FormMessage state={state} />
          {hidden}
          <SubmitButton variant="danger" pending={t('pending')}>
            {t('stopConfirm')}
          </SubmitButton>
        </form>
      </details>
    </div>
  )
}
