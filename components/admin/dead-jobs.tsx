import { useFormatter, useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { SubmitButton } from '@/components/ui/submit-button'
import type { DeadJob } from '@/lib/admin/queries'
import { Section } from './section'

type Act = (form: FormData) => Promise<void>
type Props = { jobs: DeadJob[]; total: number; retry: Act; discard: Act }

/** What was given up after its last try, with the reason. */
export function DeadJobs({ jobs, total, retry, discard }: Props) {
  const t = useTranslations('admin')
  const format = useFormatter()
  return (
    <Section title={t('dead')} text={t('deadText')}>
      {jobs.length === 0 ? (
        <EmptyState icon="check" title={t('noneDead')} text={t('noneDeadText')} />
      ) : (
        <>
          <ul className="flex flex-col gap-3">
            {jobs.map(({ id, kind, begun, attempts, reason }) => (
              <li key={id} className="rounded-card border border-line bg-card p-4">
                <p className="font-mono font-semibold">{kind || t('unknownKind')}</p>
                <p className="text-muted text-sm">
                  {format.dateTime(begun, { dateStyle: 'medium', timeStyle: 'short' })} UTC ·{' '}
                  {t('attempts', { count: attempts })}
                </p>
                <p className="mt-2 break-words font-mono text-sm" lang="en">
                  {reason}
                </p>
                <Settle job={id} {...{ retry, discard }} />
              </li>
            ))}
          </ul>
          {total > 1 && (
            <div className="mt-4 border-line border-t pt-4">
              <p>{t('allDead', { count: total, shown: jobs.length })}</p>
              <Settle job="all" {...{ retry, discard }} />
            </div>
          )}
        </>
      )}
    </Section>
  )
}

/** Again, or away: the latter after a second tap, because nothing brings it back. */
function Settle({ job, retry, discard }: { job: string; retry: Act; discard: Act }) {
  const t = useTranslations('admin')
  const all = job === 'all'
  return (
    <div className="mt-3 flex flex-wrap items-start gap-3">
      <form action={retry}>
        <input type="hidden" name="job" value={job} />
        <SubmitButton variant="quiet" pending={t('working')}>
          {t(all ? 'retryAll' : 'retry')}
        </SubmitButton>
      </form>
      <details className="group">
        <summary className="inline-flex min-h-11 cursor-pointer items-center rounded-full px-4 font-semibold text-danger hover:bg-danger-soft">
          {t(all ? 'discardAll' : 'discard')}
        </summary>
        <form action={discard} className="mt-2 flex flex-col items-start gap-2">
          <input type="hidden" name="job" value={job} />
          <p className="text-sm">{t('discardText')}</p>
          <Button type="submit" variant="danger">
            {t('discardSure')}
          </Button>
        </form>
      </details>
    </div>
  )
}
