import { useLocale, useTranslations } from 'next-intl'
import { Link } from '@/lib/i18n/navigation'
import { townsPath } from '@/lib/i18n/paths'
import type { Locale } from '@/lib/i18n/routing'
import { LocaleSwitch } from './locale-switch'

const links = (locale: Locale) =>
  [
    { href: townsPath(locale), key: 'towns' },
    { href: '/legal', key: 'legal' },
    { href: '/privacy', key: 'privacy' },
  ] as const

/** All towns, who runs this, what is done with data, and the other language. Pages that are all map leave it out. */
export function Footer({ name }: { name: string }) {
  const t = useTranslations('shell')
  const locale = useLocale()
  return (
    <footer className="mx-auto mt-8 flex w-full max-w-5xl flex-wrap items-center justify-center gap-x-2 border-line border-t px-4 py-4 text-muted text-sm sm:px-6">
      <span className="w-full px-3 text-center sm:mr-auto sm:w-auto">{name}</span>
      {links(locale).map(({ href, key }) => (
        <Link
          key={href}
          href={href}
          className="inline-flex min-h-11 items-center rounded-full px-3 hover:bg-sunken hover:text-ink"
        >
          {t(key)}
        </Link>
      ))}
      <LocaleSwitch />
    </footer>
  )
}
