import { useFormatter, useTranslations } from 'next-intl'
import { ButtonForm } from '@/components/ui/button-form'
import { Tag } from '@/components/ui/tag'
import type { FormAction } from '@/components/ui/use-form-action'
import { Link } from '@/lib/i18n/navigation'
import type { MyCorrection } from '@/lib/spaces/corrections/queries'
import { useFactWords } from './use-fact-words'

type Props = { correction: MyCorrection; withdraw: FormAction; undo: FormAction }

/** Something that one said of a place, and what became of it. */
export function MyCorrectionCard({ correction, withdraw, undo }: Props) {
  const t = useTranslations('corrections')
  const format = useFormatter()
  const { label, value } = useFactWords()
  const { id, space, name, status, answer, note, adds, lines, createdAt, own } = correction
  const waits = status === 'pending' && space !== null
  return (
    <article className="flex flex-col gap-2 rounded-card border border-line bg-card p-4">
      <div className="flex flex-wrap items-center justify-between gap-2">
        {space ? (
          <Link
            href={`/spaces/${space.id}/${space.slug}`}
            className="inline-flex min-h-11 items-center font-semibold text-accent underline"
          >
            {name}
          </Link>
        ) : (
          <span className="font-semibold">{name || t('goneName')}</span>
        )}
        <Tag tone={status === 'applied' ? 'good' : 'plain'}>
          {t(adds ? `addedIs.${status}` : `is.${status}`)}
        </Tag>
      </div>
      <p className="text-muted text-sm">{format.dateTime(createdAt, { dateStyle: 'long' })}</p>
      {!adds && lines.length > 0 && (
        <ul className="flex flex-col gap-1">
          {lines.map(({ field, to }) => (
            <li key={field} className="whitespace-pre-line break-words">
              <span className="block text-muted text-sm">{label(field)}</span>
              {value(field, to)}
            </li>
          ))}
        </ul>
      )}
      {note && <blockquote className="whitespace-pre-line border-line border-l-4 pl-3">{note}</blockquote>}
      {answer && <p className="rounded-xl bg-sunken px-3 py-2">{t('answered', { answer })}</p>}
      {!space && status !== 'refused' && status !== 'undone' && (
        <p className="text-muted text-sm">{t('gone')}</p>
      )}
      {waits && (
        <ButtonForm
          action={withdraw}
          fields={{ id }}
          label={t(adds ? 'withdrawPlace' : 'withdraw')}
          name={t('withdrawOf', { name })}
          pending={t('working')}
        />
      )}
      {status === 'applied' && own && space && (
        <ButtonForm
          action={undo}
          fields={{ id }}
          label={t('undo')}
          name={t('undoOf', { name })}
          pending={t('working')}
        />
      )}
    </article>
  )
}
