import type { LatLng } from '@/lib/geo/types'
import { lookup } from '@/lib/towns/lookup/queries'
import { townOf } from '@/lib/towns/lookup/rules'
import type { Town } from '@/lib/towns/rules'
import { finderOf } from './rules'

type Finder = (at: LatLng) => Town | null

/** Towns that are not read again: an import asks for those of one region over and over. */
const KNOWN = 5_000

let finder: Promise<Finder> | undefined

/**
 * What knows the town nearest to a position, within about 150 km; null at sea and in the desert. Made once per process,
 * and asked without waiting: an import asks a million times.
 */
export function townFinder(): Promise<Finder> {
  finder ??= lookup().then((packed) => {
    const nearest = finderOf(packed, packed.squares)
    const known = new Map<number, Town>()
    return (at) => {
      const place = nearest(at)
      if (place === null) return null
      const town = known.get(place) ?? townOf(packed, place)
      if (known.size >= KNOWN) known.clear()
      known.set(place, town)
      return { ...town }
    }
  })
  finder.catch(() => {
    finder = undefined
  })
  return finder
}
