'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'

/** Milliseconds after the page opened: a mail server refuses an address within seconds, or after a second try. */
const MOMENTS = [3_000, 8_000, 20_000, 60_000]

/** Looks again whether the mail left, while somebody waits for it. What they typed stays. */
export function LookAgain() {
  const { refresh } = useRouter()
  useEffect(() => {
    const timers = MOMENTS.map((moment) => setTimeout(refresh, moment))
    return () => timers.forEach(clearTimeout)
  }, [refresh])
  return null
}
