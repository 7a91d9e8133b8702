import { useTranslations } from 'next-intl'
import { Icon, type IconName } from '@/components/ui/icon'
import type { SpacePage } from '@/lib/spaces/page/queries'

/** Its own site, and how to reach those who are there. */
export function SpaceContact({ space: { website, phone, email } }: { space: SpacePage }) {
  const t = useTranslations('spacePage')
  const links: { icon: IconName; href: string; label: string }[] = []
  if (website) links.push({ icon: 'globe', href: website, label: t('website') })
  if (phone)
    links.push({
      icon: 'phone',
      href: `tel:${phone.replaceAll(/[^+\d]/g, '')}`,
      label: t('phone', { phone }),
    })
  if (email) links.push({ icon: 'mail', href: `mailto:${email}`, label: t('email') })
  if (links.length === 0) return null
  return (
    <ul className="flex flex-col">
      {links.map(({ icon, href, label }) => (
        <li key={href}>
          <a
            href={href}
            rel="noopener noreferrer nofollow"
            className="inline-flex min-h-11 items-center gap-2 font-semibold text-accent"
          >
            <Icon name={icon} />
            <span className="underline">{label}</span>
          </a>
        </li>
      ))}
    </ul>
  )
}
