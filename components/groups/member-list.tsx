'use client'

import { useTranslations } from 'next-intl'
import { ConfirmForm } from '@/components/host/confirm-form'
import { Card } from '@/components/ui/card'
import type { FormAction } from '@/components/ui/use-form-action'
import type { GroupToRun } from '@/lib/groups/queries'

type Actions = { settle: FormAction; handOver: FormAction }
type Props = {
  group: Pick<GroupToRun, 'id' | 'members'>
  viewerId: string
  /** The owner's alone. */
  actions: Actions | null
}

/** Everybody in a group, those who run it first. */
export function MemberList({ group, viewerId, actions }: Props) {
  const t = useTranslations('groupForm')
  return (
    <Card>
      <ul className="divide-y divide-line">
        {group.members.map((member) => (
          <li key={member.id} className="flex flex-col gap-1 py-3 first:pt-0 last:pb-0">
            <p className="flex flex-wrap items-baseline justify-between gap-x-3">
              <span className="min-w-0 break-words font-semibold">
                {member.id === viewerId ? t('you', { name: member.name }) : member.name}
              </span>
              <span className="text-muted text-sm">{t(`role.${member.role}`)}</span>
            </p>
            {actions && member.role !== 'owner' && (
              <Settle groupId={group.id} member={member} actions={actions} />
            )}
          </li>
        ))}
      </ul>
    </Card>
  )
}

function Settle({
  groupId,
  member: { id: freelancerId, name, role },
  actions,
}: {
  groupId: string
  member: GroupToRun['members'][number]
  actions: Actions
}) {
  const t = useTranslations('groupForm')
  const who = { groupId, freelancerId }
  const organizes = role === 'organizer'
  return (
    <div className="-ml-3 flex flex-wrap">
      <ConfirmForm
        action={actions.settle}
        fields={{ ...who, role: organizes ? 'member' : 'organizer' }}
        label={t(organizes ? 'demote' : 'promote')}
        name={t(organizes ? 'demoteName' : 'promoteName', { name })}
        question={t(organizes ? 'demoteQuestion' : 'promoteQuestion', { name })}
        text={organizes ? undefined : t('promoteText')}
        confirm={t(organizes ? 'demoteConfirm' : 'promoteConfirm')}
        pending={t('sending')}
      />
      <ConfirmForm
        action={actions.handOver}
        fields={who}
        label={t('handOver')}
        name={t('handOverName', { name })}
        question={t('handOverQuestion', { name })}
        text={t('handOverText')}
        confirm={t('handOverConfirm')}
        pending={t('sending')}
      />
      <ConfirmForm
        danger
        action={actions.settle}
        fields={{ ...who, role: 'none' }}
        label={t('remove')}
        name={t('removeName', { name })}
        question={t('removeQuestion', { name })}
        confirm={t('removeConfirm')}
        pending={t('sending')}
      />
    </div>
  )
}
