import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { MemberList } from '@/components/groups/member-list'
import { Notice } from '@/components/ui/notice'
import { Page } from '@/components/ui/page'
import { PageHeader } from '@/components/ui/page-header'
import { requireActor } from '@/lib/auth'
import { groupToRun } from '@/lib/groups/queries'
import { handOverGroupAction, memberRoleAction } from './actions'

type Props = PageProps<'/[locale]/groups/[id]/members'>

const DONE = ['settled', 'handed'] as const

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('groups')
  return { title: t('membersTitle'), robots: { index: false } }
}

/** Who is in a group, for those who run it; its owner settles who does. */
export default async function MembersPage({ params, searchParams }: Props) {
  const [{ id }, query, locale] = await Promise.all([params, searchParams, getLocale()])
  const actor = await requireActor(locale, `/${locale}/groups/${id}/members`)
  const group = await groupToRun(actor, id)
  if (!group) notFound()
  const t = await getTranslations('groups')
  const done = DONE.find((word) => word === query.done)
  return (
    <Page width="narrow">
      <PageHeader
        title={t('membersTitle')}
        intro={t('membersIntro')}
        back={{ href: group.path, label: group.name }}
      />
      {done && (
        <div role="status" className="mb-6">
          <Notice tone="good">{t(`done.${done}`)}</Notice>
        </div>
      )}
      <MemberList
        group={group}
        viewerId={actor.id}
        actions={group.owns ? { settle: memberRoleAction, handOver: handOverGroupAction } : null}
      />
      {group.members.length === 1 && <p className="mt-4 text-muted">{t('aloneText')}</p>}
    </Page>
  )
}
