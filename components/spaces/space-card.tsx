import { useTranslations } from 'next-intl'
import { Distance } from '@/components/explore/distance'
import { Icon } from '@/components/ui/icon'
import { Link } from '@/lib/i18n/navigation'
import type { SpaceCard as Space } from '@/lib/spaces/queries'
import { OpenNow } from './open-now'
import { spaceIcons } from './space-kind'
import { SpaceTags } from './space-tags'

/** A place to work in a list: what, open until when, where, how far, and its facts. All of it is the link. */
export function SpaceCard({ space, now }: { space: Space; now: Date }) {
  const t = useTranslations('spaces.kinds')
  const place = [space.street, space.city].filter(Boolean).join(', ')
  const changesAt = space.openState.changesAt === null ? null : new Date(space.openState.changesAt)
  return (
    <article className="relative flex gap-3 rounded-card border border-line bg-card p-3.5 transition-colors hover:border-edge">
      <span className="grid size-11 place-items-center rounded-full bg-space-soft text-space">
        <Icon name={spaceIcons[space.kind]} className="size-6" />
      </span>
      <div className="flex min-w-0 flex-1 flex-col gap-0.5">
        <h3 className="text-lg leading-snug">
          <Link
            href={`/spaces/${space.id}/${space.slug}`}
            className="after:absolute after:inset-0 after:rounded-card"
          >
            {space.name}
          </Link>
        </h3>
        <p className="text-muted">
          {t(space.kind)} ·{' '}
          <OpenNow {...space.openState} changesAt={changesAt} timeZone={space.timeZone} now={now} />
        </p>
        <p className="text-muted">
          {place}
          {place && space.distance !== null && ' · '}
          {space.distance !== null && (
            <span className="whitespace-nowrap">
              <Distance metres={space.distance} />
            </span>
          )}
        </p>
        <p className="mt-1 flex flex-wrap gap-1.5 empty:hidden">
          <SpaceTags space={space} />
        </p>
      </div>
    </article>
  )
}
