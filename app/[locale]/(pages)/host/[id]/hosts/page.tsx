import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { HostList } from '@/components/host/host-list'
import { InviteHost } from '@/components/host/invite-host'
import { Notice } from '@/components/ui/notice'
import { Page } from '@/components/ui/page'
import { PageHeader } from '@/components/ui/page-header'
import { requireActor } from '@/lib/auth'
import { hostedEvent } from '@/lib/events/hosted/queries'
import { eventHosts } from '@/lib/events/hosts/queries'
import {
  handOverAction,
  inviteHostAction,
  leaveHostingAction,
  removeCohostAction,
  withdrawInviteAction,
} from './actions'

type Props = PageProps<'/[locale]/host/[id]/hosts'>

const DONE = ['invited', 'withdrawn', 'removed', 'handed', 'joined'] as const

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('hosts')
  return { title: t('title'), robots: { index: false } }
}

/** Who hosts an event, who was asked to, and what can be done about it. */
export default async function HostsPage({ params, searchParams }: Props) {
  const [{ id }, query, locale] = await Promise.all([params, searchParams, getLocale()])
  const actor = await requireActor(locale, `/${locale}/host/${id}/hosts`)
  const [event, hosts] = await Promise.all([hostedEvent(actor, id), eventHosts(actor, id)])
  if (!event || !hosts) notFound()
  const t = await getTranslations('hosts')
  const done = DONE.find((word) => word === query.done)
  return (
    <Page width="narrow">
      <PageHeader title={t('title')} intro={t('intro')} back={{ href: `/host/${id}`, label: event.title }} />
      <div className="flex flex-col gap-8">
        {done && (
          <div role="status">
            <Notice tone="good">{t(`done.${done}`)}</Notice>
          </div>
        )}
        <HostList
          eventId={id}
          hosts={hosts}
          viewerId={actor.id}
          actions={{ remove: removeCohostAction, handOver: handOverAction, leave: leaveHostingAction }}
        />
        {event.status !== 'cancelled' && (
          <InviteHost
            key={hosts.invites.length}
            eventId={id}
            invites={hosts.invites}
            invite={inviteHostAction}
            withdraw={withdrawInviteAction}
          />
        )}
      </div>
    </Page>
  )
}
