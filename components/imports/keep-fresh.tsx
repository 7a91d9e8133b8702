'use client'

import { useTranslations } from 'next-intl'
import { useEffect } from 'react'
import { useRouter } from '@/lib/i18n/navigation'

/** Milliseconds between two looks. */
const EVERY = 2_000

/** Has the server draw the page again while something on it is moving; without a script there is a link. */
export function KeepFresh({ href }: { href: string }) {
  const t = useTranslations('imports')
  const router = useRouter()
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') router.refresh()
    }, EVERY)
    return () => clearInterval(timer)
  }, [router])
  return (
    <noscript>
      <a href={href} className="inline-flex min-h-11 items-center text-accent underline">
        {t('reload')}
      </a>
    </noscript>
  )
}
