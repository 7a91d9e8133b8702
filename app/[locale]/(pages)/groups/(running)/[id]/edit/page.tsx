import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { DeleteGroup } from '@/components/groups/delete-group'
import { GroupForm } from '@/components/groups/group-form'
import { Page } from '@/components/ui/page'
import { PageHeader } from '@/components/ui/page-header'
import { requireActor } from '@/lib/auth'
import { languageNames } from '@/lib/freelancers/rules'
import { groupToRun } from '@/lib/groups/queries'
import { deleteGroupAction, editGroupAction } from './actions'

type Props = PageProps<'/[locale]/groups/[id]/edit'>

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('groups')
  return { title: t('editTitle'), robots: { index: false } }
}

export default async function EditGroupPage({ params }: Props) {
  const [{ id }, locale] = await Promise.all([params, getLocale()])
  const group = await groupToRun(await requireActor(locale, `/${locale}/groups/${id}/edit`), id)
  if (!group) notFound()
  const t = await getTranslations('groups')
  return (
    <Page width="narrow">
      <PageHeader title={t('editTitle')} back={{ href: group.path, label: group.name }} />
      <GroupForm
        key={group.updatedAt.getTime()}
        action={editGroupAction}
        groupId={id}
        values={group}
        languages={languageNames(locale, group.language)}
      />
      {group.owns && <DeleteGroup group={group} action={deleteGroupAction} />}
    </Page>
  )
}
