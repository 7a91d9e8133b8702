import type { LatLng } from '@/lib/geo/types'
import { gazetteer } from '@/lib/towns/gazetteer/queries'
import type { Town } from '@/lib/towns/rules'
import { finderOf } from './rules'

type Finder = (at: LatLng) => Town | null

let finder: Promise<Finder> | undefined

/**
 * What knows the town nearest to a position, within about 150 km; null at sea and in the desert. Made once per process,
 * and asked without waiting: an import asks a million times.
 */
export function townFinder(): Promise<Finder> {
  finder ??= gazetteer().then((towns) => {
    const nearest = finderOf(towns)
    return (at) => {
      const place = nearest(at)
      const entry = place === null ? undefined : towns[place]
      if (!entry) return null
      const { postcodes: _, others: __, ...town } = entry
      return town
    }
  })
  finder.catch(() => {
    finder = undefined
  })
  return finder
}
