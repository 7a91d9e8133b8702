'use client'

import { useTranslations } from 'next-intl'
import { Icon, type IconName } from '@/components/ui/icon'
import { Link, usePathname } from '@/lib/i18n/navigation'

const tabs = [
  { href: '/', key: 'around', icon: 'map' },
  { href: '/agenda', key: 'agenda', icon: 'calendar' },
  { href: '/outings', key: 'outings', icon: 'outings' },
  { href: '/me', key: 'me', icon: 'person' },
] as const satisfies { href: string; key: string; icon: IconName }[]

/** The four places of the app: under the thumb on a phone, in the bar on a desk. */
export function Tabs({ placement }: { placement: 'thumb' | 'bar' }) {
  const t = useTranslations('shell')
  const here = usePathname()
  const isHere = (href: string) =>
    href === '/' ? here === '/' : here === href || here.startsWith(`${href}/`)
  const thumb = placement === 'thumb'
  return (
    <nav
      aria-label={t('tabs')}
      className={
        thumb
          ? 'fixed inset-x-0 bottom-0 z-40 h-(--tabs) border-line border-t bg-card lg:hidden'
          : 'hidden lg:block'
      }
    >
      <ul className={thumb ? 'mx-auto grid h-16 max-w-lg grid-cols-4' : 'flex gap-1'}>
        {tabs.map(({ href, key, icon }) => (
          <li key={href}>
            <Link
              href={href}
              aria-current={isHere(href) ? 'page' : undefined}
              className={
                thumb
                  ? 'flex h-full flex-col items-center justify-center gap-0.5 text-center text-muted text-xs leading-tight aria-[current]:font-semibold aria-[current]:text-accent'
                  : 'flex min-h-11 items-center gap-2 rounded-full px-4 text-muted hover:bg-sunken aria-[current]:bg-accent-soft aria-[current]:font-semibold aria-[current]:text-accent'
              }
            >
              <Icon name={icon} className={thumb ? 'size-6' : 'size-5'} />
              {t(key)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
