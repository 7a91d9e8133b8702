import { useTranslations } from 'next-intl'
import type { IconName } from '@/components/ui/icon'
import { Tag } from '@/components/ui/tag'
import type { SpaceKind } from '@/lib/spaces/schema'

export const spaceIcons: Record<SpaceKind, IconName> = {
  coworking: 'laptop',
  third_place: 'people',
  cafe: 'coffee',
  library: 'book',
  home_table: 'home',
}

/** What kind of place it is, drawn and said. */
export function SpaceKindTag({ kind }: { kind: SpaceKind }) {
  const t = useTranslations('spaces.kinds')
  return (
    <Tag tone="space" icon={spaceIcons[kind]}>
      {t(kind)}
    </Tag>
  )
}
