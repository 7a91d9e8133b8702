import { useTranslations } from 'next-intl'
import { Link } from '@/lib/i18n/navigation'
import type { CorrectedLine } from '@/lib/spaces/corrections/rules'
import { useFactWords } from './use-fact-words'

type Props = {
  lines: CorrectedLine[]
  /** Each can be left out: a box beside it, ticked where it still makes sense. */
  choose?: boolean
  /** There was nothing before: a new place. */
  fresh?: boolean
}

/** Before and after, field by field; what changed meanwhile is said. */
export function ChangeLines({ lines, choose = false, fresh = false }: Props) {
  const t = useTranslations('corrections')
  const { label, value } = useFactWords()
  return (
    <ul className="flex flex-col divide-y divide-line rounded-xl border border-line">
      {lines.map(({ field, from, to, seen, state, metres }) => (
        <li key={field} className="flex items-start gap-3 px-3 py-2.5">
          {choose && (
            <span className="-my-2 -ml-2 grid size-11 shrink-0 place-items-center">
              <input
                type="checkbox"
                name="fields"
                value={field}
                defaultChecked={state === 'open'}
                disabled={state === 'already'}
                aria-label={t('choose', { field: label(field) })}
                className="size-5 accent-accent"
              />
            </span>
          )}
          <div className="min-w-0 flex-1">
            <p className="font-semibold text-sm">{label(field)}</p>
            {fresh ? (
              <p className="whitespace-pre-line break-words">{value(field, to)}</p>
            ) : (
              <div className="grid gap-x-4 sm:grid-cols-2">
                <p className="whitespace-pre-line break-words text-muted">
                  <span className="sr-only">{t('before')} </span>
                  <del className="decoration-1">{value(field, from)}</del>
                </p>
                <p className="whitespace-pre-line break-words">
                  <span className="sr-only">{t('after')} </span>
                  <ins className="font-medium no-underline">{value(field, to)}</ins>
                </p>
              </div>
            )}
            {field === 'position' && (
              <Link
                href={`/?${aroundOf(to)}`}
                className="inline-flex min-h-11 items-center text-accent text-sm underline"
              >
                {metres === null ? t('onMap') : t('moved', { metres })}
              </Link>
            )}
            {state === 'already' && <p className="text-good text-sm">{t('already')}</p>}
            {seen !== null && (
              <p className="text-danger text-sm">{t('changedSince', { seen: value(field, seen) })}</p>
            )}
          </div>
        </li>
      ))}
    </ul>
  )
}

/** The map around "43.55130, 7.01280". */
function aroundOf(position: string | string[]): string {
  const [lat = '', lng = ''] = String(position).split(', ')
  return new URLSearchParams({ lat, lng, z: '16', show: 'spaces' }).toString()
}
