import { distance } from '@/lib/geo/distance'
import type { LatLng } from '@/lib/geo/types'

/** Somebody who said that they welcome people, or who would be welcomed. */
export interface Somebody extends LatLng {
  id: string
  trade: string
  languages: string[]
}

export interface Greeter extends Somebody {
  /** Newcomers whom they were asked to welcome lately. */
  welcomed: number
}

const folded = (text: string) => text.normalize('NFKD').replaceAll(/\p{M}/gu, '').trim().toLowerCase()

/**
 * Those of the greeters who have something in common with a newcomer, the likeliest first: the same trade, then a
 * language (more of them first), then whoever was asked less, then the nearer. An unknown trade is nobody's.
 */
export function rankGreeters(greeters: Greeter[], newcomer: Somebody): string[] {
  const trade = folded(newcomer.trade)
  return greeters
    .map((greeter) => ({
      id: greeter.id,
      peer: trade !== '' && folded(greeter.trade) === trade,
      languages: greeter.languages.filter((language) => newcomer.languages.includes(language)).length,
      welcomed: greeter.welcomed,
      way: distance(greeter, newcomer),
    }))
    .filter(({ peer, languages }) => peer || languages > 0)
    .sort(
      (a, b) =>
        Number(b.peer) - Number(a.peer) ||
        b.languages - a.languages ||
        a.welcomed - b.welcomed ||
        a.way - b.way ||
        (a.id < b.id ? -1 : 1),
    )
    .map(({ id }) => id)
}
