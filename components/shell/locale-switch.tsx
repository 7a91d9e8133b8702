'use client'

import { useSearchParams } from 'next/navigation'
import { useLocale, useTranslations } from 'next-intl'
import { Link, usePathname } from '@/lib/i18n/navigation'

/** The same page in the other language, named in that language. */
export function LocaleSwitch() {
  const t = useTranslations('shell')
  const other = useLocale() === 'fr' ? 'en' : 'fr'
  const search = useSearchParams().toString()
  const path = usePathname()
  return (
    <Link
      href={search ? `${path}?${search}` : path}
      locale={other}
      lang={other}
      hrefLang={other}
      className="inline-flex min-h-11 items-center rounded-full px-3 text-muted hover:bg-sunken hover:text-ink"
    >
      {t('otherLanguage')}
    </Link>
  )
}
