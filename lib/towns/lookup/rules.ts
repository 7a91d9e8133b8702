import type { LatLng } from '@/lib/geo/types'
import { textAt } from '@/lib/towns/keys/rules'
import type { Packed } from '@/lib/towns/packed/rules'
import type { Town } from '@/lib/towns/rules'
import { rangesOf } from '@/lib/towns/squares/rules'

/** The town at a place. Its postcode is the one that was asked for, or begins so, where the town has it; else its first. */
export function townOf(packed: Packed, at: number, asked = ''): Town {
  const [id = '', name = '', codes = '', region = '', country = ''] = lineOf(packed, at)
  const postcodes = codes === '' ? [] : codes.split(' ')
  return {
    id,
    name,
    postcode: (asked && postcodes.find((code) => code.startsWith(asked))) || (postcodes[0] ?? null),
    region,
    country,
    ...positionOf(packed, at),
    population: packed.population[at] ?? 0,
  }
}

export const positionOf = ({ lat, lng }: Packed, at: number): LatLng => ({
  lat: lat[at] ?? 0,
  lng: lng[at] ?? 0,
})

/** Its folded name. */
export const nameOf = ({ names, nameEnds }: Packed, at: number): string =>
  textAt(names, nameEnds[at - 1] ?? 0, nameEnds[at] ?? 0)

export function postcodesOf(packed: Packed, at: number): string[] {
  const [, , codes = ''] = lineOf(packed, at)
  return codes === '' ? [] : codes.split(' ')
}

const lineOf = ({ lines, lineEnds }: Packed, at: number): string[] =>
  textAt(lines, lineEnds[at - 1] ?? 0, lineEnds[at] ?? 0).split('\t')

/** Places of the towns in the nine square degrees around a position. */
export function placesAround({ squares, lng }: Packed, at: LatLng): number[] {
  const degrees = squares.at(-1)
  if (!degrees) return []
  return [-1, 0, 1]
    .flatMap((north) => rangesOf(degrees, lng, at, north))
    .flatMap((range) => [...degrees.order.subarray(...range)])
}
