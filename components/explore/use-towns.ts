'use client'

import { useEffect, useState } from 'react'
import type { LatLng } from '@/lib/geo/types'
import type { Town } from '@/lib/towns/rules'

/** Milliseconds of silence after which a typed word is looked up. */
const PAUSE = 150

type Answer = { asked: string; towns: Town[]; state: 'idle' | 'found' | 'none' | 'failed' }
const NOTHING: Answer = { asked: '', towns: [], state: 'idle' }

/** The towns that `text` may mean, nearest to `near` first among equals; the last answer stays until the next is here. */
export function useTowns(text: string, near: LatLng): Pick<Answer, 'towns' | 'state'> {
  const [answer, setAnswer] = useState<Answer>(NOTHING)
  const asked = text.trim()
  const { lat, lng } = near
  useEffect(() => {
    if (asked.length < 2) return setAnswer(NOTHING)
    const stop = new AbortController()
    const timer = setTimeout(async () => {
      const query = new URLSearchParams({ q: asked, lat: lat.toFixed(2), lng: lng.toFixed(2) })
      try {
        const response = await fetch(`/api/towns?${query}`, { signal: stop.signal })
        if (!response.ok) throw new Error(String(response.status))
        const { towns }: { towns: Town[] } = await response.json()
        setAnswer({ asked, towns, state: towns.length > 0 ? 'found' : 'none' })
      } catch {
        if (!stop.signal.aborted) setAnswer({ asked, towns: [], state: 'failed' })
      }
    }, PAUSE)
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
  }, [asked, lat, lng])
  return answer
}
