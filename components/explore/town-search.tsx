'use client'

import { useLocale, useTranslations } from 'next-intl'
import { type KeyboardEvent, useId, useState } from 'react'
import { Icon } from '@/components/ui/icon'
import { toSearch } from '@/lib/map/rules'
import type { Town } from '@/lib/towns/rules'
import { useExplore } from './use-explore'
import { useTowns } from './use-towns'

/** Near enough to see a town's streets and its neighbours. */
const TOWN_ZOOM = 13

/**
 * Town or postcode, with suggestions: a combobox with a list (ARIA Authoring Practices, "Editable Combobox With List
 * Autocomplete"). Without JavaScript it is a form that the page answers.
 */
export function TownSearch({ q }: { q: string }) {
  const t = useTranslations('explore.search')
  const locale = useLocale()
  const id = useId()
  const { filters, go, view } = useExplore()
  const [text, setText] = useState(q)
  const [open, setOpen] = useState(false)
  const [active, setActive] = useState(-1)
  const { towns, state } = useTowns(open ? text : '', view)
  const shown = open && text.trim().length > 1 && state !== 'idle'

  const choose = (town: Town) => {
    setText(town.name)
    setOpen(false)
    setActive(-1)
    go(toSearch({ lat: town.lat, lng: town.lng, zoom: TOWN_ZOOM }, filters, { q: town.name }))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step && towns.length > 0) {
      event.preventDefault()
      setOpen(true)
      setActive((active + step + towns.length + (active < 0 && step < 0 ? 1 : 0)) % towns.length)
    } else if (event.key === 'Escape') {
      if (!open) setText('')
      setOpen(false)
      setActive(-1)
    }
  }
  return (
    <search className="relative min-w-0 flex-1">
      <form
        action={`/${locale}`}
        className="flex items-center rounded-full border border-edge bg-card pl-4 shadow-lift focus-within:outline-3 focus-within:outline-accent focus-within:outline-offset-2 lg:shadow-none"
        onSubmit={(event) => {
          const town = towns[Math.max(0, active)]
          if (!town || state !== 'found') return
          event.preventDefault()
          choose(town)
        }}
      >
        <Icon name="search" className="size-5 text-muted" />
        <label htmlFor={`${id}-q`} className="sr-only">
          {t('label')}
        </label>
        <input
          id={`${id}-q`}
          name="q"
          type="search"
          role="combobox"
          aria-expanded={shown && towns.length > 0}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={active >= 0 && towns[active] ? `${id}-${active}` : undefined}
          autoComplete="off"
          enterKeyHint="search"
          maxLength={80}
          placeholder={t('placeholder')}
          value={text}
          onChange={(event) => {
            setText(event.target.value)
            setOpen(true)
            setActive(-1)
          }}
          onKeyDown={onKeyDown}
          onBlur={() => setOpen(false)}
          className="min-h-12 min-w-0 flex-1 bg-transparent px-3 text-base outline-none placeholder:text-muted [&::-webkit-search-cancel-button]:hidden"
        />
        {[...new URLSearchParams(toSearch(null, filters))].map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <button
          type="submit"
          aria-label={t('submit')}
          className="mr-0.5 grid size-11 place-items-center rounded-full text-accent hover:bg-accent-soft"
        >
          <Icon name="right" />
        </button>
      </form>
      <div
        hidden={!shown}
        className="absolute inset-x-0 top-full z-40 mt-2 overflow-hidden rounded-2xl border border-line bg-card shadow-lift"
      >
        <div id={`${id}-list`} role="listbox" aria-label={t('suggestions')}>
          {towns.map((town, index) => (
            <TownOption
              key={town.id}
              id={`${id}-${index}`}
              town={town}
              active={index === active}
              choose={() => choose(town)}
            />
          ))}
        </div>
        <p role="status" className="px-4 py-3 text-muted empty:hidden">
          {shown && state !== 'found' && t(state === 'failed' ? 'failed' : 'none', { text: text.trim() })}
        </p>
      </div>
    </search>
  )
}

function TownOption({
  id,
  town,
  active,
  choose,
}: {
  id: string
  town: Town
  active: boolean
  choose: () => void
}) {
  return (
    <button
      type="button"
      id={id}
      role="option"
      aria-selected={active}
      // Before the field loses its focus, which closes the list.
      onPointerDown={(event) => event.preventDefault()}
      onClick={choose}
      tabIndex={-1}
      className="flex w-full min-h-12 cursor-pointer items-center gap-3 px-4 text-left py-2 hover:bg-sunken aria-selected:bg-accent-soft"
    >
      <Icon name="pin" className="size-5 text-muted" />
      <span className="min-w-0">
        {town.name} {town.postcode && <span className="text-muted">{town.postcode}</span>}
        <span className="block truncate text-muted text-sm">
          {[town.region, town.country].filter(Boolean).join(', ')}
        </span>
      </span>
    </button>
  )
}
