import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'

export type Draft = Record<string, string>

/** What stood in a form besides what the server sent. */
export type Found = {
  draft: Draft | null
  typed: Draft
  /** What was unfolded, by the words it is unfolded with. */
  unfolded: string[]
}

const NOTHING: Found = { draft: null, typed: {}, unfolded: [] }

const PREFIX = 'cafetiere.draft.'

/** An unfinished form is kept on the device for a week. Milliseconds. */
const KEPT = 7 * 24 * 3600_000

function read(key: string, now: number): Draft | null {
  try {
    const { at, values } = JSON.parse(localStorage.getItem(PREFIX + key) ?? '{}')
    return values && now - at < KEPT ? values : null
  } catch {
    return null
  }
}

/** What a form holds, its hidden fields included. */
function valuesOf(form: HTMLFormElement): Draft {
  const texts = [...new FormData(form)].filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string' && !entry[0].startsWith('$'),
  )
  // A box that is not ticked sends nothing: said outright, or one that came ticked would be ticked again.
  const boxes = [...form.elements].filter(isBox).map(({ name }): [string, string] => [name, ''])
  return Object.fromEntries([...boxes, ...texts])
}

const isBox = (field: Element): field is HTMLInputElement =>
  field instanceof HTMLInputElement && field.type === 'checkbox'

/** What was typed or chosen before the page's code arrived: fields that differ from how the server sent them. */
function early(form: HTMLFormElement): Draft {
  const values: Draft = {}
  for (const field of form.elements) {
    if (field instanceof HTMLInputElement && field.type === 'radio') {
      if (field.checked && !field.defaultChecked) values[field.name] = field.value
    } else if (isBox(field)) {
      if (field.checked !== field.defaultChecked) values[field.name] = field.checked ? field.value : ''
    } else if (field instanceof HTMLSelectElement) {
      const sent = [...field.options].find((option) => option.defaultSelected) ?? field.options[0]
      if (field.value !== sent?.value) values[field.name] = field.value
    } else if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) {
      if (field.value !== field.defaultValue) values[field.name] = field.value
    }
  }
  return values
}

/** The words of what is unfolded in a form. */
const unfoldedIn = (form: HTMLFormElement): string[] =>
  [...form.querySelectorAll('details[open] > summary')].map((summary) => summary.textContent)

/** Forgets every draft whose key begins so. */
export function forgetDrafts(start: string) {
  try {
    for (const key of Object.keys(localStorage)) {
      if (key.startsWith(PREFIX + start)) localStorage.removeItem(key)
    }
  } catch {
    // Some private windows refuse storage: then there is nothing to forget.
  }
}

/**
 * Keeps what is typed into a form on this device, until it is sent. Once the page has been able to look, `draft` is
 * what an earlier visit left and `typed` what this one has brought before the code was there.
 */
export function useDraft(key: string, form: RefObject<HTMLFormElement | null>) {
  const [found, setFound] = useState<Found>(NOTHING)
  const typed = useRef(false)

  const save = useCallback(() => {
    if (!form.current || !typed.current) return
    try {
      const kept = { at: performance.timeOrigin + performance.now(), values: valuesOf(form.current) }
      localStorage.setItem(PREFIX + key, JSON.stringify(kept))
    } catch {
      // A full or refused storage loses the draft, not the form.
    }
  }, [key, form])

  // As part of taking the page up: nobody can type between this look and the fields that come of it.
  useLayoutEffect(() => {
    const draft = read(key, performance.timeOrigin + performance.now())
    const before = form.current ? early(form.current) : {}
    if (Object.keys(before).length > 0) typed.current = true
    if (draft || typed.current)
      setFound({ draft, typed: before, unfolded: form.current ? unfoldedIn(form.current) : [] })
  }, [key, form])

  useEffect(() => {
    // A choice made without a key press is kept when the page is left.
    addEventListener('pagehide', save)
    document.addEventListener('visibilitychange', save)
    return () => {
      removeEventListener('pagehide', save)
      document.removeEventListener('visibilitychange', save)
    }
  }, [save])

  function onInput() {
    typed.current = true
    save()
  }

  function forget() {
    typed.current = false
    forgetDrafts(key)
    setFound(NOTHING)
  }

  return { found, onInput, forget }
}
