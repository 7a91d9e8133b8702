'use client'

import { useTranslations } from 'next-intl'
import { ConfirmForm } from '@/components/host/confirm-form'
import type { FormAction } from '@/components/ui/use-form-action'

/** The end of a group, asked once more. */
export function DeleteGroup({ group, action }: { group: { id: string; name: string }; action: FormAction }) {
  const t = useTranslations('groupForm')
  return (
    <div className="mt-8 -ml-3 flex flex-wrap">
      <ConfirmForm
        danger
        action={action}
        fields={{ groupId: group.id }}
        label={t('delete')}
        question={t('deleteQuestion', { name: group.name })}
        text={t('deleteText')}
        confirm={t('deleteConfirm')}
        pending={t('sending')}
      />
    </div>
  )
}
