import { useTranslations } from 'next-intl'
import { Tag } from '@/components/ui/tag'
import type { Run } from '@/lib/imports/runs/queries'

type Shown = Run['status'] | 'undoing'

/** What a run is at: also the undoing that somebody asked for. */
export const shownStatus = ({ status, options }: Pick<Run, 'status' | 'options'>): Shown =>
  options.undo && status !== 'undone' ? 'undoing' : status

/** Is it still going to change by itself? */
export const isMoving = (run: Pick<Run, 'status' | 'options'>): boolean =>
  ['waiting', 'running', 'undoing'].includes(shownStatus(run))

export function RunStatus({ run }: { run: Pick<Run, 'status' | 'options'> }) {
  const t = useTranslations('imports')
  return <Tag>{t(`status.${shownStatus(run)}`)}</Tag>
}

/** How far a run is, for the eye and the ear. */
export function RunProgress({ run }: { run: Pick<Run, 'tally' | 'total' | 'origin'> }) {
  const t = useTranslations('imports')
  const { tally, total } = run
  if (!total) return null
  return (
    <div className="flex flex-col gap-1">
      <progress
        aria-label={run.origin}
        value={tally.read}
        max={total}
        className="h-2.5 w-full accent-accent"
      />
      <p className="text-muted text-sm">{t('progress', { rows: tally.read, total })}</p>
    </div>
  )
}
