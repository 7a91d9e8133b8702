import { useFormatter, useTranslations } from 'next-intl'
import { Notice } from '@/components/ui/notice'
import type { QueueCounts } from '@/lib/admin/queries'
import { isStuck } from '@/lib/admin/rules'
import { Section } from './section'

const SHOWN = ['due', 'active', 'retrying', 'later', 'done'] as const

/** How much work waits, and whether anybody does it. */
export function QueuePanel({ counts, now }: { counts: QueueCounts; now: Date }) {
  const t = useTranslations('admin')
  const format = useFormatter()
  return (
    <Section title={t('queue')} text={t('queueText')}>
      <dl className="grid grid-cols-2 gap-px overflow-hidden rounded-card border border-line bg-line sm:grid-cols-5">
        {SHOWN.map((name) => (
          <div key={name} className="bg-card p-3 last:max-sm:col-span-2">
            <dt className="text-muted text-sm">{t(name)}</dt>
            <dd className="font-semibold text-2xl tabular-nums">{format.number(counts[name])}</dd>
          </div>
        ))}
      </dl>
      {isStuck(counts.oldest, now) && (
        <div className="mt-3">
          <Notice tone="danger">
            {t('stuck', { since: counts.oldest ? format.relativeTime(counts.oldest, now) : '' })}
          </Notice>
        </div>
      )}
    </Section>
  )
}
