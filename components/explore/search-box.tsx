'use client'

import { useLocale, useTranslations } from 'next-intl'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { keyOf, SuggestionList } from '@/components/search/suggestion-list'
import { Icon } from '@/components/ui/icon'
import { useEarlyText } from '@/components/ui/use-early-text'
import { useRouter } from '@/lib/i18n/navigation'
import { toSearch } from '@/lib/map/address/rules'
import { isSpot, viewOf } from '@/lib/search/rules'
import type { Hit } from '@/lib/search/schema'
import { useExplore } from './use-explore'
import { useSuggestions } from './use-suggestions'

/**
 * Town, address, place or outing, with suggestions: a combobox with a list (ARIA Authoring Practices, "Editable Combobox
 * With List Autocomplete"). Without JavaScript it is a form that the page answers with everything that was found.
 */
export function SearchBox({ q, now }: { q: string; now: Date }) {
  const t = useTranslations('explore.search')
  const locale = useLocale()
  const id = useId()
  const router = useRouter()
  const { filters, go, view } = useExplore()
  const input = useRef<HTMLInputElement>(null)
  const [text, setText] = useState(q)
  const [open, setOpen] = useState(false)
  const [active, setActive] = useState<string | null>(null)
  const { groups, attribution, state } = useSuggestions(open ? text : '', view, locale)
  const hits = groups.flatMap((group) => group.hits)
  const shown = open && state !== 'idle'
  const chosen = hits.find((hit) => keyOf(hit) === active)

  // The list may be longer than what a keyboard leaves of the screen.
  useEffect(() => {
    if (active) document.getElementById(`${id}-${active}`)?.scrollIntoView({ block: 'nearest' })
  }, [id, active])

  useEarlyText(input, (typed) => {
    setText(typed)
    setOpen(document.activeElement === input.current)
  })

  const close = () => {
    setOpen(false)
    setActive(null)
  }
  const choose = (hit: Hit) => {
    setText(hit.title)
    close()
    if (hit.type === 'space' || hit.type === 'event') router.push(hit.href)
    else go(toSearch(viewOf(hit), filters, { q: hit.title }))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step && hits.length > 0) {
      event.preventDefault()
      setOpen(true)
      const at = hits.findIndex((hit) => keyOf(hit) === active)
      const next = hits[(at + step + hits.length + (at < 0 && step < 0 ? 1 : 0)) % hits.length]
      setActive(next ? keyOf(next) : null)
    } else if (event.key === 'Escape') {
      if (!open) setText('')
      close()
    }
  }
  return (
    <search className="relative min-w-0 flex-1">
      <form
        data-over-map
        action={`/${locale}`}
        className="flex items-center rounded-full border border-edge bg-card pl-4 shadow-lift focus-within:outline-3 focus-within:outline-accent focus-within:outline-offset-2 lg:shadow-none"
        onSubmit={(event) => {
          // What is not surely meant is for the page to list.
          const [first] = state === 'found' ? hits : []
          const hit = chosen ?? (first && isSpot(first) ? first : null)
          if (!hit) return
          event.preventDefault()
          choose(hit)
        }}
      >
        <Icon name="search" className="size-5 text-muted" />
        <label htmlFor={`${id}-q`} className="sr-only">
          {t('label')}
        </label>
        <input
          ref={input}
          id={`${id}-q`}
          name="q"
          type="search"
          role="combobox"
          aria-expanded={shown && hits.length > 0}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={chosen ? `${id}-${keyOf(chosen)}` : undefined}
          autoComplete="off"
          enterKeyHint="search"
          maxLength={80}
          placeholder={t('placeholder')}
          value={text}
          onChange={(event) => {
            setText(event.target.value)
            setOpen(true)
            setActive(null)
          }}
          onKeyDown={onKeyDown}
          onBlur={close}
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
        className="absolute inset-x-0 top-full z-40 mt-2 max-h-[min(28rem,60dvh)] overflow-y-auto overscroll-contain rounded-2xl border border-line bg-card shadow-lift"
      >
        <SuggestionList id={id} groups={groups} active={active} choose={choose} now={now} />
        {attribution && (
          <p className="px-4 pt-1 pb-3 text-muted text-sm">{t('attribution', { source: attribution })}</p>
        )}
        <p role="status" className={hits.length > 0 ? 'sr-only' : 'px-4 py-3 text-muted empty:hidden'}>
          {shown && said()}
        </p>
      </div>
    </search>
  )

  function said() {
    if (hits.length > 0) return state === 'found' && t('count', { count: hits.length })
    if (state === 'waiting') return t('waiting')
    return t(state === 'failed' ? 'failed' : 'none', { text: text.trim() })
  }
}
