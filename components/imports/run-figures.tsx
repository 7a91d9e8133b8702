import { useFormatter, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Section } from '@/components/admin/section'
import type { Run } from '@/lib/imports/runs/queries'
import { REASONS } from '@/lib/imports/spaces/schema'
import { publisherOf } from '@/lib/spaces/sources/rules'

const FIGURES = ['created', 'merged', 'updated', 'unchanged', 'approximate', 'doubtful'] as const
const WHY = Object.keys(REASONS) as (keyof typeof REASONS)[]

/** What became of the rows of a run, the rows that it had something to say about, and what the file was. */
export function RunFigures({ run }: { run: Run }) {
  const t = useTranslations('imports')
  const format = useFormatter()
  const { tally, remarks } = run
  const skipped = WHY.filter((reason) => tally.skipped[reason])
  const row = (label: string, value: number) => (
    <div key={label} className="flex justify-between gap-4 border-line border-b py-1.5">
      <dt>{label}</dt>
      <dd className="tabular-nums">{format.number(value)}</dd>
    </div>
  )
  return (
    <>
      <Section title={t('rows')}>
        <dl>
          {row(t('figures.read'), tally.read)}
          {FIGURES.filter((name) => tally[name] > 0).map((name) => row(t(`figures.${name}`), tally[name]))}
        </dl>
      </Section>
      {skipped.length > 0 && (
        <Section title={t('skipped')}>
          <dl>{skipped.map((reason) => row(t(`reasons.${reason}`), tally.skipped[reason] ?? 0))}</dl>
        </Section>
      )}
      {remarks.length > 0 && (
        <Section title={t('remarks')} text={t('remarksText')}>
          <ul className="flex flex-col gap-1.5 text-sm">
            {remarks.map(({ row: number, line, flaw }) => (
              <li key={number}>
                <span className="font-semibold">{t('remark', { line })}</span>
                {' · '}
                <span lang="en">{flaw}</span>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {run.source !== '' && (
        <Section title={t('about')}>
          <dl className="flex flex-col gap-2 text-sm">
            <About label={t('source')}>{publisherOf(run.source).name}</About>
            <About label={t('licence')}>{run.licence || t('noLicence')}</About>
            {run.sha256 !== '' && (
              <About label={t('sha')}>
                <code className="break-all">{run.sha256}</code>
              </About>
            )}
          </dl>
        </Section>
      )}
    </>
  )
}

function About({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt className="text-muted">{label}</dt>
      <dd>{children}</dd>
    </div>
  )
}
