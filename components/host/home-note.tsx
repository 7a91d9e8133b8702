import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Notice } from '@/components/ui/notice'
import { Link } from '@/lib/i18n/navigation'

/** What every table at home has, whoever hosts it. */
export function HomeNote() {
  const t = useTranslations('host.form')
  const way = (words: ReactNode) => (
    <Link href="/me/home-table" className="text-accent underline">
      {words}
    </Link>
  )
  return (
    <Notice>
      <strong className="block">{t('homeTitle')}</strong>
      {t.rich('homeText', { way })}
    </Notice>
  )
}
