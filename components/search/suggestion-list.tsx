import { useTranslations } from 'next-intl'
import type { Hit, Results } from '@/lib/search/schema'
import { HitBody } from './hit-body'

/** What names a hit among all. */
export const keyOf = ({ type, id }: Hit) => `${type}-${id}`

type Props = {
  id: string
  groups: Results['groups']
  /** The hit that Enter would choose, by `keyOf`. */
  active: string | null
  choose: (hit: Hit) => void
  now: Date
}

/** The suggestions of a combobox, in groups. */
export function SuggestionList({ id, groups, active, choose, now }: Props) {
  const t = useTranslations('explore.search')
  return (
    <div id={`${id}-list`} role="listbox" aria-label={t('suggestions')}>
      {groups.map(({ type, hits }) => (
        <fieldset key={type} className="min-w-0">
          <legend className="px-4 pt-3 pb-1 font-semibold text-muted text-sm">{t(`groups.${type}`)}</legend>
          {hits.map((hit) => (
            <button
              key={hit.id}
              type="button"
              id={`${id}-${keyOf(hit)}`}
              role="option"
              aria-selected={keyOf(hit) === active}
              // Before the field loses its focus, which closes the list.
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => choose(hit)}
              tabIndex={-1}
              className="flex min-h-12 w-full cursor-pointer items-center gap-3 px-4 py-2 text-left hover:bg-sunken aria-selected:bg-accent-soft"
            >
              <HitBody hit={hit} now={now} />
            </button>
          ))}
        </fieldset>
      ))}
    </div>
  )
}
