import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { Section } from '@/components/admin/section'
import { KeepFresh } from '@/components/imports/keep-fresh'
import { RunList } from '@/components/imports/run-list'
import { isMoving } from '@/components/imports/run-status'
import { UploadForm } from '@/components/imports/upload-form'
import { UrlForm } from '@/components/imports/url-form'
import { Notice } from '@/components/ui/notice'
import { Page } from '@/components/ui/page'
import { PageHeader } from '@/components/ui/page-header'
import { isAdmin } from '@/lib/admin/queries'
import { requireActor } from '@/lib/auth'
import { now } from '@/lib/clock'
import { latestRuns } from '@/lib/imports/runs/queries'
import { importUrlAction } from './actions'

type Props = PageProps<'/[locale]/admin/imports'>

/** Runs listed. */
const SHOWN = 30
const PROBLEMS = ['no_file', 'file_name', 'too_large', 'empty'] as const

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('imports')
  return { title: t('title'), robots: { index: false } }
}

/** For those who look after the instance: brings in open data, and shows what came of it. */
export default async function ImportsPage({ searchParams }: Props) {
  const locale = await getLocale()
  const actor = await requireActor(locale, `/${locale}/admin/imports`)
  if (!isAdmin(actor)) notFound()
  const [runs, query, t] = await Promise.all([
    latestRuns(SHOWN, now()),
    searchParams,
    getTranslations('imports'),
  ])
  const problem = PROBLEMS.find((code) => code === query.problem)
  return (
    <Page width="narrow">
      <PageHeader title={t('title')} intro={t('intro')} back={{ href: '/admin', label: t('back') }} />
      {problem && (
        <div role="alert" className="mb-6">
          <Notice tone="danger">{t(`problem.${problem}`)}</Notice>
        </div>
      )}
      <div className="flex flex-col gap-8">
        <Section title={t('upload')}>
          <UploadForm />
        </Section>
        <Section title={t('url')}>
          <UrlForm action={importUrlAction} />
        </Section>
        <Section title={t('history')}>
          <RunList runs={runs} />
          {runs.some(isMoving) && <KeepFresh href={`/${locale}/admin/imports`} />}
        </Section>
      </div>
    </Page>
  )
}
