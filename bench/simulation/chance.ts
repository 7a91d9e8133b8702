/** What a draw is about: each has its own chance, whatever else was drawn before it. */
export const TOPICS = [
  ...['home', 'person', 'hosting', 'opens', 'yes', 'no_show', 'joins', 'order', 'place'],
  ...['answer', 'resume', 'wish', 'face', 'glad', 'suggested', 'label', 'nudge', 'announce'],
] as const

export type Topic = (typeof TOPICS)[number]

/** A number from 0 up to and without 1 for a topic and what it is about (whole numbers). */
export type Draw = (topic: Topic, ...about: number[]) => number

/**
 * Draws that depend on seed, topic and subject alone, never on how many came before. So the same person opens the app in
 * the same weeks with a feature on and off, and arms differ by the feature and not by luck (common random numbers).
 * Mixed as MurmurHash3 mixes its words.
 */
export function drawsOf(seed: number): Draw {
  return (topic, ...about) => {
    let hash = seed | 0
    for (const word of [TOPICS.indexOf(topic), ...about]) {
      let k = Math.imul(word, 0xcc9e2d51)
      k = (k << 15) | (k >>> 17)
      hash ^= Math.imul(k, 0x1b873593)
      hash = (hash << 13) | (hash >>> 19)
      hash = (Math.imul(hash, 5) + 0xe6546b64) | 0
    }
    hash ^= hash >>> 16
    hash = Math.imul(hash, 0x85ebca6b)
    hash ^= hash >>> 13
    hash = Math.imul(hash, 0xc2b2ae35)
    return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32
  }
}

/** The one whose share a number from 0 to 1 falls in; shares sum to 1. */
export function byShare<T extends { share: number }>(from: readonly T[], drawn: number): T {
  let left = drawn
  for (const one of from) {
    left -= one.share
    if (left < 0) return one
  }
  return from.at(-1) as T
}
