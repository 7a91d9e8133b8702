'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'
import { savesData } from './saves-data'

/** Milliseconds that a mouse rests on a link before its page is fetched ahead. */
const REST = 65

/**
 * Fetches the page of a link that the mouse rests on, which is mostly the next one. A finger is on the link only when
 * it is followed: nothing is fetched ahead on a phone, nor where data is to be saved.
 */
export function FetchAhead() {
  const router = useRouter()
  useEffect(() => {
    let resting: ReturnType<typeof setTimeout> | undefined
    const over = ({ target, pointerType }: PointerEvent) => {
      clearTimeout(resting)
      if (pointerType !== 'mouse' || savesData()) return
      const link = target instanceof Element ? target.closest<HTMLAnchorElement>('a[href^="/"]') : null
      if (!link || link.target || link.download || link.pathname.startsWith('/api/')) return
      resting = setTimeout(() => router.prefetch(link.pathname + link.search), REST)
    }
    document.addEventListener('pointerover', over, { passive: true })
    return () => {
      clearTimeout(resting)
      document.removeEventListener('pointerover', over)
    }
  }, [router])
  return null
}
