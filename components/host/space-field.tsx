import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { spaceIcons } from '@/components/spaces/space-kind'
import { Button, buttonClass } from '@/components/ui/button'
import { Combobox } from '@/components/ui/combobox'
import { Field } from '@/components/ui/field'
import { Icon } from '@/components/ui/icon'
import { RadioCards } from '@/components/ui/radio-cards'
import { inputClass } from '@/components/ui/text-input'
import type { FoundSpace } from '@/lib/spaces/search/queries'
import type { Spot } from './spot'
import type { Draft } from './use-draft'

type Props = {
  values: Draft
  error?: string
  found: FoundSpace[] | null
  path: string
  onSpot: (spot: Spot) => void
}

type Chosen = { id: string; name: string; street: string; city: string; timeZone: string }

async function load(text: string, signal: AbortSignal): Promise<FoundSpace[]> {
  const answer = await fetch(`/api/spaces?${new URLSearchParams({ q: text })}`, { signal })
  return answer.ok ? (await answer.json()).spaces : []
}

const where = ({ street, city }: { street: string; city: string }) =>
  [street, city].filter(Boolean).join(', ')

/** A space by its name: suggestions while typing, or a search of its own without JavaScript. */
export function SpaceField({ values, error, found, path, onSpot }: Props) {
  const t = useTranslations('host.form')
  const { spaceId = '', spaceName = '', spaceStreet = '', spaceCity = '', spaceZone = '' } = values
  const [chosen, setChosen] = useState<Chosen | null>(
    spaceId && spaceName
      ? { id: spaceId, name: spaceName, street: spaceStreet, city: spaceCity, timeZone: spaceZone }
      : null,
  )
  const [text, setText] = useState(values.spaceQuery ?? '')

  function choose(space: Chosen | null) {
    setChosen(space)
    setText('')
    onSpot({ placeName: space?.name ?? '', city: space?.city ?? '', timeZone: space?.timeZone ?? null })
  }

  if (chosen && !found) {
    return (
      <div className="flex flex-wrap items-center gap-3">
        <Icon name="coffee" className="size-6 text-space" />
        <div className="min-w-0 flex-1">
          <p className="font-semibold">{chosen.name}</p>
          <p className="text-muted text-sm">{where(chosen)}</p>
        </div>
        <Button variant="plain" className="-mr-3" onClick={() => choose(null)}>
          {t('change')}
        </Button>
        <noscript>
          <input name="spaceQuery" aria-label={t('space')} maxLength={100} className={inputClass} />
          <SearchButton path={path} label={t('spaceSearch')} />
        </noscript>
        <input type="hidden" name="spaceId" value={chosen.id} />
        <input type="hidden" name="spaceName" value={chosen.name} />
        <input type="hidden" name="spaceStreet" value={chosen.street} />
        <input type="hidden" name="spaceCity" value={chosen.city} />
        <input type="hidden" name="spaceZone" value={chosen.timeZone} />
      </div>
    )
  }
  return (
    <>
      <Field id="spaceId" label={t('space')} hint={t('spaceHint')} error={error}>
        {(ids) => (
          <Combobox
            ids={ids}
            name="spaceQuery"
            value={text}
            onType={setText}
            label={t('suggested')}
            load={load}
            optionOf={(space) => ({ key: space.id, label: space.name, note: where(space) })}
            onPick={choose}
            none={t('spaceNone')}
            count={(count) => t('suggestions', { count })}
            maxLength={100}
          />
        )}
      </Field>
      <noscript>
        <SearchButton path={path} label={t('spaceSearch')} />
      </noscript>
      {found && found.length === 0 && <p className="text-muted">{t('spaceNone')}</p>}
      {found && found.length > 0 && (
        <RadioCards
          name="spaceId"
          legend={t('spaceFound')}
          options={found.map(({ id, kind, name, ...at }) => ({
            value: id,
            label: name,
            hint: where(at),
            icon: spaceIcons[kind],
          }))}
          defaultValue={spaceId || found[0]?.id}
        />
      )}
    </>
  )
}

/** Sends everything typed to this same page, which looks the name up. */
function SearchButton({ path, label }: { path: string; label: string }) {
  return (
    <button type="submit" formAction={path} formMethod="get" className={buttonClass('quiet')}>
      {label}
    </button>
  )
}
