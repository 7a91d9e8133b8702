import { useLocale, useTranslations } from 'next-intl'
import { Icon } from '@/components/ui/icon'
import { LinkButton } from '@/components/ui/link-button'
import { townPath } from '@/lib/i18n/paths'
import type { Neighbour } from '@/lib/map/coverage/rules'
import type { TownCounts } from '@/lib/map/town/queries'
import { inTown } from '@/lib/towns/words/rules'

type Props = {
  town: string
  counts: TownCounts
  /** The nearest other town with something. */
  next: Neighbour | undefined
  /** The map, wider. */
  wider: string
  /** Where a place is added. */
  addPlace: string
}

/** Where there is little or nothing: that this is all we know, where there is more, and what one can do. */
export function TownSteps({ town, counts: { spaces, events }, next, wider, addPlace }: Props) {
  const t = useTranslations('towns')
  const locale = useLocale()
  return (
    <section className="mb-8 flex flex-col gap-3 rounded-card border border-edge border-dashed p-4">
      <h2 className="text-xl">
        {t(spaces + events === 0 ? 'nothing' : 'little', { town: inTown(town, locale) })}
      </h2>
      <p>{next ? t('nextTown', away(next)) : t('noNextTown')}</p>
      <div className="flex flex-wrap gap-2">
        {next && (
          <LinkButton href={townPath(locale, next.slug)}>
            <Icon name="right" />
            {t('go', { town: next.town.name })}
          </LinkButton>
        )}
        <LinkButton href={wider}>
          <Icon name="map" />
          {t('widen')}
        </LinkButton>
        <LinkButton href={addPlace}>
          <Icon name="plus" />
          {t('addPlace')}
        </LinkButton>
        <LinkButton href="/host/new">
          <Icon name="plus" />
          {t('start')}
        </LinkButton>
      </div>
    </section>
  )
}

/** A neighbour in words: its name, and kilometres as the crow flies. */
const away = ({ town, distance }: Neighbour) => ({
  town: town.name,
  km: Math.max(1, Math.round(distance / 1000)),
})
