import { useLocale, useTranslations } from 'next-intl'
import { Icon } from '@/components/ui/icon'
import { dayInFull } from '@/lib/events/when/rules'
import { IDENTITY, type IdentityPart } from '@/lib/homes/rules'
import { Link } from '@/lib/i18n/navigation'

type Props = {
  missing: IdentityPart[]
  oldEnoughAt: Date
  now: Date
}

/** Where each of them is mended; the days pass by themselves. */
const ways: Partial<Record<IdentityPart, string>> = {
  name: '/me/profile',
  trade: '/me/profile',
  town: '/me/profile',
  visible: '/me/profile',
  outing: '/agenda',
}

/** What one has shown of oneself so far, and how to come by the rest. */
export function IdentityList({ missing, oldEnoughAt, now }: Props) {
  const t = useTranslations('homes')
  const locale = useLocale()
  const day = dayInFull(oldEnoughAt, 'Europe/Paris', locale, now)
  return (
    <ul className="flex flex-col gap-2">
      {IDENTITY.map((part) => {
        const lacks = missing.includes(part)
        const way = ways[part]
        return (
          <li key={part} className="flex items-start gap-2">
            <Icon
              name={lacks ? 'minus' : 'check'}
              className={`mt-0.5 size-5 shrink-0 ${lacks ? 'text-muted' : 'text-good'}`}
            />
            <span>
              <span className="sr-only">{t(lacks ? 'missing' : 'there')} </span>
              {t(`part_${part}`)}
              {lacks && (
                <span className="block text-muted">
                  {t(`way_${part}`, { day })}{' '}
                  {way && (
                    <Link href={way} className="text-accent underline">
                      {t(way === '/agenda' ? 'toAgenda' : 'toProfile')}
                    </Link>
                  )}
                </span>
              )}
            </span>
          </li>
        )
      })}
    </ul>
  )
}
