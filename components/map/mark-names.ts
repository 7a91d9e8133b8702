'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { dayInFull, timeOfDay } from '@/lib/events/when/rules'
import type { Area, Cluster, Point, Wished } from '@/lib/map/tiles/schema'

export type MarkNames = ReturnType<typeof useMarkNames>

/**
 * What a screen reader says for each mark, in the language of the page. The same object from one drawing to the next. Its
 * messages write a count as it is (`{count}`), and commas are enough of a list: the first `#` of a page makes an
 * `Intl.NumberFormat`, and an `Intl.ListFormat` needs as much, a tenth of a second of a slow phone while it draws the map.
 */
export function useMarkNames() {
  const t = useTranslations('map')
  const events = useTranslations('events.kinds')
  const spaces = useTranslations('spaces.kinds')
  const locale = useLocale()
  return useMemo(
    () => ({
      point(point: Point): string {
        if (point.type === 'space') {
          const { title, working: count } = point
          const named = { kind: spaces(point.kind), title }
          const known = count > 0 ? t('spaceWorking', { ...named, count }) : t('space', named)
          const name = point.stale ? t('withAge', { name: known }) : known
          return point.trial ? t('withTrial', { name }) : name
        }
        const startsAt = new Date(point.startsAt)
        const day = dayInFull(startsAt, point.timeZone, locale, startsAt)
        const when = t('when', { day, time: timeOfDay(startsAt, point.timeZone, locale) })
        return t('event', { kind: events(point.kind), title: point.title, when })
      },
      cluster({ count, mix }: Cluster): string {
        const layers = ['events', 'spaces', 'people'] as const
        const parts = layers.filter((layer) => mix[layer] > 0).map((layer) => t(layer, { count: mix[layer] }))
        return t('cluster', { count, mix: parts.join(', ') })
      },
      area: ({ area, count }: Area): string =>
        area ? t('area', { area, count }) : t('areaNameless', { count }),
      wish: ({ count }: Wished): string => t('wish', { count }),
    }),
    [t, events, spaces, locale],
  )
}
