'use client'

import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import type { FieldIds } from './field'
import { inputClass } from './text-input'
import { useEarlyText } from './use-early-text'

type Props<T> = {
  ids: FieldIds
  /** What the suggestions are, to a screen reader. */
  label: string
  name: string
  value: string
  onType: (text: string) => void
  /** Suggestions for what was typed; an answer that comes too late is dropped. */
  load: (text: string, signal: AbortSignal) => Promise<T[]>
  optionOf: (item: T) => { key: string; label: string; note?: string }
  onPick: (item: T) => void
  /** Said when something was typed and there is nothing like it. */
  none: string
  /** Said aloud when suggestions came. */
  count: (found: number) => string
  maxLength?: number
  placeholder?: string
}

const PAUSE = 150

/** A text input with suggestions (WAI-ARIA combobox with a list): arrows, Enter, Escape, or a tap. */
export function Combobox<T>(props: Props<T>) {
  const { ids, label, name, value, onType, load, optionOf, onPick, none, count, ...rest } = props
  const [asked, setAsked] = useState<string | null>(null)
  const [found, setFound] = useState<T[] | null>(null)
  const [active, setActive] = useState(-1)
  const listId = `${ids.id}-list`
  const input = useRef<HTMLInputElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const open = asked !== null && found !== null

  useEffect(() => {
    if (!asked) return
    const abort = new AbortController()
    const timer = setTimeout(async () => {
      try {
        const items = await load(asked, abort.signal)
        if (!abort.signal.aborted) setFound(items)
      } catch {
        // No network, or typed on: what is typed still counts.
      }
    }, PAUSE)
    return () => {
      clearTimeout(timer)
      abort.abort()
    }
  }, [asked, load])

  // Under a phone's tabs or keyboard nobody would see them.
  useEffect(() => {
    if (found?.length) list.current?.scrollIntoView({ block: 'nearest' })
  }, [found])

  // Suggestions are for whoever is still there.
  useEarlyText(input, (text) => (document.activeElement === input.current ? type : onType)(text))

  function close() {
    setAsked(null)
    setFound(null)
    setActive(-1)
  }

  function type(text: string) {
    onType(text)
    setActive(-1)
    if (text.trim().length > 1) setAsked(text.trim())
    else close()
  }

  function pick(item: T) {
    close()
    onPick(item)
  }

  function onKeyDown(event: KeyboardEvent) {
    if (!open) return
    const last = found.length - 1
    if (event.key === 'ArrowDown') setActive(active >= last ? 0 : active + 1)
    else if (event.key === 'ArrowUp') setActive(active <= 0 ? last : active - 1)
    else if (event.key === 'Escape') close()
    else if (event.key === 'Enter') {
      const item = found[Math.max(active, 0)]
      if (item) pick(item)
    } else return
    event.preventDefault()
  }

  return (
    <div className="relative">
      <input
        ref={input}
        {...ids}
        {...rest}
        name={name}
        value={value}
        role="combobox"
        aria-expanded={open}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={active >= 0 ? `${listId}-${active}` : undefined}
        autoComplete="off"
        className={inputClass}
        onChange={(event) => type(event.target.value)}
        onKeyDown={onKeyDown}
        onBlur={close}
      />
      <span role="status" className="sr-only">
        {open && (found.length > 0 ? count(found.length) : none)}
      </span>
      <div
        ref={list}
        id={listId}
        role="listbox"
        aria-label={label}
        hidden={!open || found.length === 0}
        className="absolute inset-x-0 top-full z-30 mt-1 max-h-72 scroll-mb-2 overflow-auto rounded-xl border border-line bg-card p-1 shadow-lift"
      >
        {found?.map((item, index) => {
          const { key, label: words, note } = optionOf(item)
          return (
            <div
              key={key}
              id={`${listId}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === active}
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => pick(item)}
              onKeyDown={onKeyDown}
              className="flex min-h-11 cursor-pointer flex-col justify-center rounded-lg px-3 py-1.5 hover:bg-sunken aria-selected:bg-accent-soft"
            >
              <span>{words}</span>
              {note && <span className="text-muted text-sm">{note}</span>}
            </div>
          )
        })}
      </div>
      {open && found.length === 0 && <p className="mt-1 text-muted text-sm">{none}</p>}
    </div>
  )
}
