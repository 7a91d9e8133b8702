import { useFormatter, useTranslations } from 'next-intl'
import { ButtonForm } from '@/components/ui/button-form'
import type { FormAction } from '@/components/ui/use-form-action'
import { Link } from '@/lib/i18n/navigation'
import type { DecidedCorrection } from '@/lib/spaces/corrections/queries'
import { useFactWords } from './use-fact-words'

/** What was applied, in a line, and the way back. */
export function DoneCard({ correction, undo }: { correction: DecidedCorrection; undo: FormAction }) {
  const t = useTranslations('corrections')
  const format = useFormatter()
  const { label } = useFactWords()
  const { id, space, name, author, decider, adds, lines, note, decidedAt } = correction
  const fields = format.list(lines.map(({ field }) => label(field)))
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 px-4 py-3">
      <div className="min-w-0 flex-1 basis-56">
        <Link
          href={`/spaces/${space?.id}`}
          className="inline-flex min-h-11 items-center font-semibold text-accent underline"
        >
          {name}
        </Link>
        <p className="text-sm">{adds ? t('newPlace') : fields || t('noteOnly')}</p>
        {note && <p className="whitespace-pre-line border-line border-l-4 pl-3 text-sm">{note}</p>}
        <p className="text-muted text-sm">
          {t('doneBy', {
            author: author ?? t('somebody'),
            decider: decider ?? t('everybody'),
            date: format.dateTime(decidedAt ?? correction.createdAt, { dateStyle: 'long' }),
          })}
        </p>
      </div>
      <ButtonForm
        action={undo}
        fields={{ id }}
        label={t(adds ? 'removeAfterAll' : 'undo')}
        name={t('undoOf', { name })}
        pending={t('working')}
      />
    </div>
  )
}
