'use client'

import { useEffect } from 'react'

import { LONGEST_LOOK } from '@/lib/measures/minutes/terms'

/**
 * Counts the seconds that the page is seen, and tells them when it is looked away from. Only on the pages of people who
 * asked for it; the browser sends it after the page is gone, and nothing waits for it.
 */
export function LookBeacon() {
  useEffect(() => {
    let since: number | null = null
    const look = () => {
      if (document.visibilityState === 'visible') since ??= performance.now()
    }
    const away = () => {
      if (since === null) return
      const seconds = Math.min(LONGEST_LOOK, Math.round((performance.now() - since) / 1000))
      since = null
      if (seconds < 1) return
      const body = new Blob([JSON.stringify({ seconds })], { type: 'application/json' })
      navigator.sendBeacon('/api/minutes', body)
    }
    const change = () => (document.visibilityState === 'visible' ? look() : away())
    look()
    document.addEventListener('visibilitychange', change)
    window.addEventListener('pagehide', away)
    window.addEventListener('pageshow', look)
    return () => {
      away()
      document.removeEventListener('visibilitychange', change)
      window.removeEventListener('pagehide', away)
      window.removeEventListener('pageshow', look)
    }
  }, [])
  return null
}
