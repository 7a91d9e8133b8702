import { spaceIcons } from '@/components/spaces/space-kind'
import { Icon } from '@/components/ui/icon'
import { Tag } from '@/components/ui/tag'
import { Link } from '@/lib/i18n/navigation'
import type { SpaceKind } from '@/lib/spaces/schema'

type Props = {
  href: string
  space: { name: string; kind: SpaceKind; city: string }
  /** What waits for an answer, in words. */
  news: (string | false)[]
}

/** A place of one's own in a list; all of it is the link. */
export function KeptRow({ href, space: { name, kind, city }, news }: Props) {
  return (
    <li>
      <Link href={href} className="flex min-h-16 items-center gap-4 px-4 py-3 hover:bg-sunken">
        <Icon name={spaceIcons[kind]} className="size-6 text-space" />
        <span className="min-w-0 flex-1">
          <span className="block break-words font-semibold">{name}</span>
          <span className="block text-muted text-sm">{city}</span>
          <span className="mt-1 flex flex-wrap gap-1.5 empty:hidden">
            {news.map((words) => words && <Tag key={words}>{words}</Tag>)}
          </span>
        </span>
        <Icon name="right" className="size-5 text-muted" />
      </Link>
    </li>
  )
}
