import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getFormatter, getLocale, getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { mapColumnsAction, stopRunAction, undoRunAction } from '@/app/[locale]/(pages)/admin/imports/actions'
import { Section } from '@/components/admin/section'
import { KeepFresh } from '@/components/imports/keep-fresh'
import { MappingForm } from '@/components/imports/mapping-form'
import { RunFigures } from '@/components/imports/run-figures'
import { isMoving, RunProgress, RunStatus, shownStatus } from '@/components/imports/run-status'
import { Button } from '@/components/ui/button'
import { LinkButton } from '@/components/ui/link-button'
import { Notice } from '@/components/ui/notice'
import { Page } from '@/components/ui/page'
import { PageHeader } from '@/components/ui/page-header'
import { SubmitButton } from '@/components/ui/submit-button'
import { isAdmin } from '@/lib/admin/queries'
import { requireActor } from '@/lib/auth'
import { now } from '@/lib/clock'
import { runById } from '@/lib/imports/runs/queries'

type Props = PageProps<'/[locale]/admin/imports/[id]'>

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('imports')
  return { title: t('title'), robots: { index: false } }
}

/** One import: how far it is, what became of its rows, and the way back. */
export default async function ImportPage({ params }: Props) {
  const { id } = await params
  const locale = await getLocale()
  const actor = await requireActor(locale, `/${locale}/admin/imports/${id}`)
  const run = isAdmin(actor) && z.uuid().safeParse(id).success ? await runById(id, now()) : null
  if (!run) notFound()
  const [t, format] = await Promise.all([getTranslations('imports'), getFormatter()])
  const status = shownStatus(run)
  const { problem, tally } = run
  const code = problem && (`problem.${problem.code}` as 'problem.unexpected')
  const said = code && t.has(code) ? t(code, { line: problem.line ?? 0 }) : t('problem.unexpected')
  const wrote = tally.created + tally.merged + tally.updated > 0
  return (
    <Page width="narrow">
      <PageHeader
        title={<span className="break-all">{run.origin}</span>}
        back={{ href: '/admin/imports', label: t('title') }}
      >
        <span role="status">
          <RunStatus run={run} />
        </span>
      </PageHeader>
      <div className="flex flex-col gap-8">
        <div className="flex flex-col gap-3">
          <p className="text-muted">
            {t('when', { date: format.dateTime(run.createdAt, { dateStyle: 'medium', timeStyle: 'short' }) })}{' '}
            UTC
            {run.startedBy !== null && <> {t('by', { name: run.startedBy })}</>}
          </p>
          {status === 'waiting' && <Notice>{t('waitingText')}</Notice>}
          {status === 'interrupted' && <Notice>{t('interruptedText')}</Notice>}
          {problem && <Notice tone="danger">{said}</Notice>}
          {status === 'running' && <RunProgress run={run} />}
          {isMoving(run) && <KeepFresh href={`/${locale}/admin/imports/${id}`} />}
        </div>
        {problem?.columns && (
          <Section title={t('mapping')} text={t('mappingText')}>
            <MappingForm action={mapColumnsAction} run={id} columns={problem.columns} />
          </Section>
        )}
        {tally.read > 0 && <RunFigures run={run} />}
        {tally.doubtful > 0 && (
          <LinkButton href="/admin/doubles" className="self-start">
            {t('doubles')}
          </LinkButton>
        )}
        {(status === 'waiting' || status === 'running') && (
          <form action={stopRunAction} className="flex flex-col items-start gap-2">
            <input type="hidden" name="run" value={id} />
            <p className="text-muted text-sm">{t('stopText')}</p>
            <SubmitButton pending={t('working')}>{t('stop')}</SubmitButton>
          </form>
        )}
        {wrote && ['done', 'stopped', 'failed', 'interrupted'].includes(status) && (
          <details>
            <summary className="inline-flex min-h-11 cursor-pointer items-center rounded-full px-4 font-semibold text-danger hover:bg-danger-soft">
              {t('undo')}
            </summary>
            <form action={undoRunAction} className="mt-2 flex flex-col items-start gap-2">
              <input type="hidden" name="run" value={id} />
              <p className="text-sm">{t('undoText')}</p>
              <Button type="submit" variant="danger">
                {t('undoSure')}
              </Button>
            </form>
          </details>
        )}
      </div>
    </Page>
  )
}
