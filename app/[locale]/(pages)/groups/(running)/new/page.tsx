import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { GroupForm } from '@/components/groups/group-form'
import { Page } from '@/components/ui/page'
import { PageHeader } from '@/components/ui/page-header'
import { requireActor } from '@/lib/auth'
import { languageNames } from '@/lib/freelancers/rules'
import { createGroupAction } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('groups')
  return { title: t('newTitle'), robots: { index: false } }
}

export default async function NewGroupPage() {
  const locale = await getLocale()
  await requireActor(locale, `/${locale}/groups/new`)
  const t = await getTranslations('groups')
  return (
    <Page width="narrow">
      <PageHeader title={t('newTitle')} intro={t('newIntro')} back={{ href: '/groups', label: t('title') }} />
      <GroupForm
        action={createGroupAction}
        values={{ name: '', about: '', city: '', language: locale }}
        languages={languageNames(locale)}
      />
    </Page>
  )
}
