import { useLocale, useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { Icon } from '@/components/ui/icon'
import { Tag } from '@/components/ui/tag'
import { dayInFull, timeOfDay } from '@/lib/events/when/rules'
import type { FoundGroup } from '@/lib/groups/queries'
import { Link } from '@/lib/i18n/navigation'

/** Groups as cards: who they are, where, how many, and when they meet next. */
export function GroupList({ groups, now }: { groups: FoundGroup[]; now: Date }) {
  const t = useTranslations('groups')
  const locale = useLocale()
  return (
    <ul className="flex flex-col gap-3">
      {groups.map(({ id, name, city, path, memberCount, next }) => (
        <li key={id}>
          <Card className="relative flex items-start gap-3">
            <span className="rounded-full bg-person-soft p-2 text-person">
              <Icon name="people" />
            </span>
            <div className="flex min-w-0 flex-1 flex-col gap-1">
              <h3 className="break-words text-lg">
                <Link href={path} className="after:absolute after:inset-0 after:rounded-card">
                  {name}
                </Link>
              </h3>
              {city && <p className="text-muted text-sm">{city}</p>}
              <p>
                {next
                  ? t('next', {
                      when: `${dayInFull(next.startsAt, next.timeZone, locale, now)}, ${timeOfDay(next.startsAt, next.timeZone, locale)}`,
                    })
                  : t('nothingNext')}
              </p>
              <p>
                <Tag icon="people">{t('members', { count: memberCount })}</Tag>
              </p>
            </div>
          </Card>
        </li>
      ))}
    </ul>
  )
}
