import { useFormatter, useTranslations } from 'next-intl'
import { EmptyState } from '@/components/ui/empty-state'
import { Link } from '@/lib/i18n/navigation'
import type { Run } from '@/lib/imports/runs/queries'
import { RunProgress, RunStatus } from './run-status'

/** The latest imports, the newest first. */
export function RunList({ runs }: { runs: Run[] }) {
  const t = useTranslations('imports')
  const format = useFormatter()
  if (runs.length === 0) return <EmptyState icon="pin" title={t('none')} text={t('noneText')} />
  return (
    <ul className="flex flex-col gap-3">
      {runs.map((run) => (
        <li key={run.id} className="flex flex-col gap-2 rounded-card border border-line bg-card p-4">
          <div className="flex flex-wrap items-center justify-between gap-2">
            <Link
              href={`/admin/imports/${run.id}`}
              className="inline-flex min-h-11 min-w-0 items-center break-all font-semibold text-accent underline"
            >
              {run.origin}
            </Link>
            <RunStatus run={run} />
          </div>
          {run.status === 'running' && <RunProgress run={run} />}
          <p className="text-muted text-sm">
            {t('when', { date: format.dateTime(run.createdAt, { dateStyle: 'medium', timeStyle: 'short' }) })}{' '}
            UTC
            {run.startedBy !== null && <> {t('by', { name: run.startedBy })}</>}
          </p>
          {run.tally.read > 0 && (
            <p className="text-sm">{t('counts', { rows: run.tally.read, created: run.tally.created })}</p>
          )}
        </li>
      ))}
    </ul>
  )
}
