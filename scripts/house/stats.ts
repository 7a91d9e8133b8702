import type { Source } from './source'

/** Lines per code file: how many files, and the median, 90th percentile (nearest rank) and longest. */
export function lineStats(sources: Pick<Source, 'path' | 'lines'>[]) {
  const sorted = sources.toSorted((a, b) => a.lines - b.lines)
  const rank = (share: number) => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)]?.lines ?? 0
  return {
    files: sorted.length,
    median: rank(0.5),
    p90: rank(0.9),
    max: rank(1),
    longest: sorted.at(-1)?.path ?? '',
  }
}
