'use client'

import { useTranslations } from 'next-intl'
import type { IconName } from '@/components/ui/icon'
import { Icon } from '@/components/ui/icon'
import { toSearch } from '@/lib/map/address/rules'
import { activeFilters, NO_FILTERS } from '@/lib/map/rules'
import { type Filters, LAYERS, type Layer } from '@/lib/map/terms'
import { Chip, chipClass } from './chip'
import { useExplore } from './use-explore'

const layerIcons: Record<Layer, IconName> = { events: 'coffee', spaces: 'laptop', people: 'people' }
const WHENS = ['today', 'week', 'weekend'] as const
const FACTS = [
  ['open', 'clock'],
  ['free', 'price'],
  ['wifi', 'wifi'],
  ['sockets', 'plug'],
  ['quiet', 'sound'],
  ['calls', 'phone'],
  ['accessible', 'wheelchair'],
  ['late', 'clock'],
  ['trial', 'gift'],
] as const

/** The filters people reach for, one tap each; all of them are behind the first. */
export function Chips({ panelId }: { panelId: string }) {
  const t = useTranslations('filters')
  const { view, explicit, filters } = useExplore()
  const to = (change: Partial<Filters>) => toSearch(explicit ? view : null, { ...filters, ...change })
  const only = (layer: Layer) => filters.show.length === 1 && filters.show[0] === layer
  const active = activeFilters(filters)
  return (
    <nav aria-label={t('title')} className="overflow-x-auto px-4 pt-2 pb-1 [scrollbar-width:none] lg:px-5">
      <ul className="flex gap-2 whitespace-nowrap lg:flex-wrap">
        <li>
          <button type="button" popoverTarget={panelId} className={chipClass}>
            <Icon name="filter" className="size-4.5" />
            {t('open')}
            {active > 0 && (
              <span className="grid size-6 place-items-center rounded-full bg-accent font-semibold text-on-accent text-sm">
                {active}
              </span>
            )}
          </button>
        </li>
        {LAYERS.map((layer) => (
          <li key={layer}>
            <Chip
              on={only(layer)}
              icon={layerIcons[layer]}
              search={to(only(layer) ? { show: NO_FILTERS.show, kinds: [] } : { show: [layer], kinds: [] })}
            >
              {t(`layers.${layer}`)}
            </Chip>
          </li>
        ))}
        {WHENS.map((when) => (
          <li key={when}>
            <Chip
              on={filters.when === when}
              icon="calendar"
              search={to({ when: filters.when === when ? 'any' : when })}
            >
              {t(`whens.${when}`)}
            </Chip>
          </li>
        ))}
        {FACTS.map(([fact, icon]) => (
          <li key={fact} className={fact === 'open' ? '' : 'lg:hidden'}>
            <Chip on={filters[fact]} icon={icon} search={to({ [fact]: !filters[fact] })}>
              {t(`facts.${fact}`)}
            </Chip>
          </li>
        ))}
      </ul>
    </nav>
  )
}
