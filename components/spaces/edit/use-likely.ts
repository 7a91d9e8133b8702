import { useCallback, useEffect, useRef, useState } from 'react'
import type { LikelyDouble } from '@/lib/spaces/additions/queries'

/** Milliseconds without a key. */
const PAUSE = 400

/** What a form says so far, as the server is asked about it; null while there is too little. */
function asked(form: HTMLFormElement): string | null {
  const typed = new FormData(form)
  const text = (name: string) => String(typed.get(name) ?? '').trim()
  const [lat = '', lng = ''] = text('position').split(', ')
  const placed = lat !== '' && lng !== ''
  if (text('name').length < 2 || !(placed || text('city') || text('postcode'))) return null
  const names = ['name', 'kind', 'street', 'postcode', 'city'].filter((name) => text(name) !== '')
  const query = new URLSearchParams(names.map((name) => [name, text(name)]))
  if (placed) {
    query.set('lat', lat)
    query.set('lng', lng)
  }
  return query.toString()
}

/** The spaces that what is being typed may be one with; looked for when the typing pauses. */
export function useLikely(): { likely: LikelyDouble[]; look: (form: HTMLFormElement | null) => void } {
  const [likely, setLikely] = useState<LikelyDouble[]>([])
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const abort = useRef<AbortController>(undefined)
  const last = useRef('')

  const look = useCallback((form: HTMLFormElement | null) => {
    clearTimeout(timer.current)
    timer.current = setTimeout(async () => {
      const query = form && asked(form)
      if (!query || query === last.current) return
      last.current = query
      abort.current?.abort()
      abort.current = new AbortController()
      try {
        const answer = await fetch(`/api/spaces/doubles?${query}`, { signal: abort.current.signal })
        if (answer.ok) setLikely((await answer.json()).spaces)
      } catch {
        // No network, or typed on: the server looks again when the form is sent.
      }
    }, PAUSE)
  }, [])

  useEffect(
    () => () => {
      clearTimeout(timer.current)
      abort.current?.abort()
    },
    [],
  )
  return { likely, look }
}
