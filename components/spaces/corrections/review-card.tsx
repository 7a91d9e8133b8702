import { useFormatter, useTranslations } from 'next-intl'
import { Notice } from '@/components/ui/notice'
import { Tag } from '@/components/ui/tag'
import type { FormAction } from '@/components/ui/use-form-action'
import { Link } from '@/lib/i18n/navigation'
import type { OpenCorrection } from '@/lib/spaces/corrections/queries'
import { ChangeLines } from './change-lines'
import { DecideForm } from './decide-form'

/** What somebody says of a place, before and after side by side, and the answers to it. */
export function ReviewCard({ correction, decide }: { correction: OpenCorrection; decide: FormAction }) {
  const t = useTranslations('corrections')
  const format = useFormatter()
  const { id, space, author, note, adds, lines, createdAt } = correction
  const date = format.dateTime(createdAt, { dateStyle: 'long' })
  return (
    <article
      aria-labelledby={`of-${id}`}
      className="flex flex-col gap-4 rounded-card border border-line bg-card p-4"
    >
      <header className="flex flex-col items-start gap-1">
        {adds && <Tag tone="space">{t('newPlace')}</Tag>}
        <h2 id={`of-${id}`} className="text-xl">
          <Link href={`/spaces/${space.id}/${space.slug}`} className="text-accent underline">
            {space.name}
          </Link>
        </h2>
        <p className="text-muted">{[space.street, space.city].filter(Boolean).join(', ')}</p>
        <p className="text-muted text-sm">
          {author ? t('by', { ...author, date }) : t('bySomebody', { date })}
        </p>
      </header>
      {space.closedOn && <Notice>{t('closedMeanwhile')}</Notice>}
      {note && <blockquote className="whitespace-pre-line border-line border-l-4 pl-3">{note}</blockquote>}
      <DecideForm id={id} adds={adds} action={decide}>
        {lines.length > 0 && <ChangeLines lines={lines} choose={!adds} fresh={adds} />}
      </DecideForm>
    </article>
  )
}
