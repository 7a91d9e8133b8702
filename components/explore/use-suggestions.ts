'use client'

import { useEffect, useState } from 'react'
import type { LatLng } from '@/lib/geo/types'
import { stillFitting } from '@/lib/search/rules'
import type { Results } from '@/lib/search/schema'

/** Milliseconds of silence after which a typed word is looked up, and after which others may be asked about it. */
const PAUSE = 150
const LONG_PAUSE = 400

/** Letters from which on anything is suggested. */
const ENOUGH = 2

type Answer = { asked: string; results: Results | null }
const NOTHING: Answer = { asked: '', results: null }

export type Suggestions = {
  groups: Results['groups']
  attribution: string | null
  /** `waiting`: what is shown answers the text, but there may be more. */
  state: 'idle' | 'waiting' | 'found' | 'none' | 'failed'
}

/**
 * What `text` may mean, from near `near` first. Nothing is ever shown that is not an answer to the text as it is: until the
 * next answer is here, of the last one what still fits. Our own answer comes first; what a geocoder adds, after a pause.
 */
export function useSuggestions(text: string, near: LatLng, language: string): Suggestions {
  const [answer, setAnswer] = useState<Answer>(NOTHING)
  const asked = text.trim()
  const [lat, lng] = [near.lat.toFixed(1), near.lng.toFixed(1)]
  useEffect(() => {
    if (asked.length < ENOUGH) return setAnswer(NOTHING)
    const stop = new AbortController()
    const query = new URLSearchParams({ q: asked, near: `${lat},${lng}`, lang: language })
    const ask = async (addresses: boolean) => {
      if (addresses) query.set('addresses', '1')
      try {
        const response = await fetch(`/api/search?${query}`, { signal: stop.signal })
        if (!response.ok) throw new Error(String(response.status))
        const results: Results = await response.json()
        if (stop.signal.aborted) return
        setAnswer({ asked, results })
        if (results.ask) timer = setTimeout(() => ask(true), LONG_PAUSE)
      } catch {
        // What we know ourselves stays, whatever became of the rest.
        if (!stop.signal.aborted) setAnswer((last) => settled(last, asked))
      }
    }
    let timer = setTimeout(() => ask(false), PAUSE)
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
  }, [asked, lat, lng, language])
  return shownOf(answer, asked)
}

/** No answer came: the earlier one to the same text, with nothing more to come; else none at all. */
function settled(last: Answer, asked: string): Answer {
  const results = last.asked === asked && last.results ? { ...last.results, ask: false } : null
  return { asked, results }
}

function shownOf({ asked: answered, results }: Answer, asked: string): Suggestions {
  if (asked.length < ENOUGH) return { groups: [], attribution: null, state: 'idle' }
  if (answered !== asked)
    return { groups: stillFitting(results?.groups ?? [], asked), attribution: null, state: 'waiting' }
  if (!results) return { groups: [], attribution: null, state: 'failed' }
  const { groups, ask, attribution } = results
  return { groups, attribution, state: ask ? 'waiting' : groups.length > 0 ? 'found' : 'none' }
}
