'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'

/** How long the code still lives, to the minute. `until` is ISO UTC; `minutes` is what the server counted. */
export function TimeLeft({ until, minutes }: { until: string; minutes: number }) {
  const t = useTranslations('signIn')
  const [left, setLeft] = useState(minutes)
  useEffect(() => {
    const count = () => setLeft(Math.max(0, Math.ceil((Date.parse(until) - Date.now()) / 60_000)))
    const timer = setInterval(count, 5_000)
    return () => clearInterval(timer)
  }, [until])
  return <span>{left > 0 ? t('minutes', { minutes: left }) : t('timeUp')}</span>
}
