import { useTranslations } from 'next-intl'
import { Distance } from '@/components/explore/distance'
import { WorkingLine } from '@/components/presence/working-line'
import { Icon } from '@/components/ui/icon'
import { Tag } from '@/components/ui/tag'
import { Link } from '@/lib/i18n/navigation'
import type { Working } from '@/lib/presence/queries'
import type { SpaceCard as Space } from '@/lib/spaces/queries'
import { OpenNow } from './open-now'
import { spaceIcons } from './space-kind'
import { SpaceTags } from './space-tags'

/** A place to work in a list: what, open until when, where, how far, and its facts. All of it is the link. */
export function SpaceCard({ space, now, working }: { space: Space; now: Date; working?: Working }) {
  const t = useTranslations('spaces.kinds')
  const place = [space.street, space.city].filter(Boolean).join(', ')
  const changesAt = space.openState.changesAt === null ? null : new Date(space.openState.changesAt)
  return (
    <article className="relative flex gap-3 rounded-card border border-line bg-card p-3.5 transition-colors hover:border-edge">
      <span className="grid size-11 place-items-center rounded-full bg-space-soft text-space">
        <Icon name={spaceIcons[space.kind]} className="size-6" />
      </span>
      <div className="flex min-w-0 flex-1 flex-col gap-0.5">
        <h3 className="pr-9 text-lg leading-snug">
          <Link
            href={`/spaces/${space.id}/${space.slug}`}
            className="after:absolute after:inset-0 after:rounded-card"
          >
            {space.name}
          </Link>
        </h3>
        <p>
          <OpenNow {...space.openState} changesAt={changesAt} timeZone={space.timeZone} now={now} />
        </p>
        {working && <WorkingLine working={working} />}
        {place && <p className="text-muted">{place}</p>}
        {space.distance !== null && (
          <ul className="text-muted">
            <Distance metres={space.distance} />
          </ul>
        )}
        <p className="mt-1 flex flex-wrap gap-1.5 empty:hidden">
          <Tag>{t(space.kind)}</Tag>
          <SpaceTags space={space} />
        </p>
      </div>
    </article>
  )
}
