import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'

export type Draft = Record<string, string>

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
  return Object.fromEntries(texts)
}

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
 * Keeps what is typed into a form on this device, until it is sent. `draft` is what an earlier visit left, once the
 * page has been able to look.
 */
export function useDraft(key: string, form: RefObject<HTMLFormElement | null>) {
  const [draft, setDraft] = useState<Draft | null>(null)
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

  useEffect(() => {
    setDraft(read(key, performance.timeOrigin + performance.now()))
    // A choice made without a key press is kept when the page is left.
    addEventListener('pagehide', save)
    document.addEventListener('visibilitychange', save)
    return () => {
      removeEventListener('pagehide', save)
      document.removeEventListener('visibilitychange', save)
    }
  }, [key, save])

  function onInput() {
    typed.current = true
    save()
  }

  function forget() {
    typed.current = false
    forgetDrafts(key)
    setDraft(null)
  }

  return { draft, onInput, forget }
}
