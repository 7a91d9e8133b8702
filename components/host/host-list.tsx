'use client'

import { useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import type { FormAction } from '@/components/ui/use-form-action'
import type { EventHosts } from '@/lib/events/hosts/queries'
import { ConfirmForm } from './confirm-form'

type Props = {
  eventId: string
  hosts: EventHosts
  viewerId: string
  actions: { remove: FormAction; handOver: FormAction; leave: FormAction }
}

/** Everybody who hosts. The organizer may hand over and remove; a co-host may leave. */
export function HostList({ eventId, hosts, viewerId, actions }: Props) {
  const t = useTranslations('hosts')
  const { organizer, cohosts } = hosts
  const mine = viewerId === organizer.id
  const called = ({ id, name }: { id: string; name: string }) => (id === viewerId ? t('you', { name }) : name)
  return (
    <Card>
      <ul className="divide-y divide-line">
        <li className="flex flex-wrap items-baseline justify-between gap-x-3 pb-3">
          <span className="font-semibold">{called(organizer)}</span>
          <span className="text-muted text-sm">{t('organizer')}</span>
        </li>
        {cohosts.map((host) => (
          <li key={host.id} className="flex flex-col gap-1 py-3 last:pb-0">
            <p className="flex flex-wrap items-baseline justify-between gap-x-3">
              <span className="font-semibold">{called(host)}</span>
              <span className="text-muted text-sm">{t('cohost')}</span>
            </p>
            <div className="-ml-3 flex flex-wrap">
              {mine && (
                <ConfirmForm
                  action={actions.handOver}
                  fields={{ eventId, freelancerId: host.id }}
                  label={t('handOver')}
                  name={t('handOverName', { name: host.name })}
                  question={t('handOverQuestion', { name: host.name })}
                  text={t('handOverText')}
                  confirm={t('handOverConfirm')}
                  pending={t('sending')}
                />
              )}
              {mine && (
                <ConfirmForm
                  danger
                  action={actions.remove}
                  fields={{ eventId, freelancerId: host.id }}
                  label={t('remove')}
                  name={t('removeName', { name: host.name })}
                  question={t('removeQuestion', { name: host.name })}
                  confirm={t('removeConfirm')}
                  pending={t('sending')}
                />
              )}
              {host.id === viewerId && (
                <ConfirmForm
                  danger
                  action={actions.leave}
                  fields={{ eventId }}
                  label={t('leave')}
                  text={t('leaveText')}
                  confirm={t('leaveConfirm')}
                  pending={t('sending')}
                />
              )}
            </div>
          </li>
        ))}
      </ul>
    </Card>
  )
}
