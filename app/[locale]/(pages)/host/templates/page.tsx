import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { TemplateRow } from '@/components/host/template-row'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { Notice } from '@/components/ui/notice'
import { Page } from '@/components/ui/page'
import { PageHeader } from '@/components/ui/page-header'
import { requireActor } from '@/lib/auth'
import { myTemplates } from '@/lib/events/templates/queries'
import { deleteTemplateAction, renameTemplateAction } from './actions'

type Props = PageProps<'/[locale]/host/templates'>

const DONE = ['renamed', 'deleted'] as const

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('templates')
  return { title: t('title'), robots: { index: false } }
}

export default async function TemplatesPage({ searchParams }: Props) {
  const [query, locale] = await Promise.all([searchParams, getLocale()])
  const actor = await requireActor(locale, `/${locale}/host/templates`)
  const [t, host, templates] = await Promise.all([
    getTranslations('templates'),
    getTranslations('host'),
    myTemplates(actor),
  ])
  const done = DONE.find((word) => word === query.done)
  return (
    <Page width="narrow">
      <PageHeader title={t('title')} intro={t('intro')} back={{ href: '/host', label: host('title') }} />
      {done && (
        <div role="status" className="mb-6">
          <Notice tone="good">{t(`done.${done}`)}</Notice>
        </div>
      )}
      {templates.length === 0 ? (
        <EmptyState icon="copy" title={t('emptyTitle')} text={t('emptyText')}>
          <LinkButton href="/host">{host('title')}</LinkButton>
        </EmptyState>
      ) : (
        <ul className="divide-y divide-line">
          {templates.map((template) => (
            <TemplateRow
              key={template.id}
              template={template}
              rename={renameTemplateAction}
              remove={deleteTemplateAction}
            />
          ))}
        </ul>
      )}
    </Page>
  )
}
