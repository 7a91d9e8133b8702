/** The least round number that is no less: 1, 2 or 5 times a power of ten. Where an axis ends. */
export function axisEnd(largest: number): number {
  if (largest <= 0) return 1
  const power = 10 ** Math.floor(Math.log10(largest))
  const step = [1, 2, 5, 10].find((times) => times * power >= largest * (1 - 1e-9)) ?? 10
  return step * power
}

/** Consecutive values that are there, as [index, value]: the pieces that a line is drawn in. */
export function pieces(values: readonly (number | null)[]): [number, number][][] {
  const found: [number, number][][] = []
  let piece: [number, number][] = []
  for (const [i, value] of values.entries()) {
    if (value === null) piece = []
    else {
      if (piece.length === 0) found.push(piece)
      piece.push([i, value])
    }
  }
  return found
}
