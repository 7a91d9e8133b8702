/** Positions, degrees, each at its place. */
export type Points = { lat: ArrayLike<number>; lng: ArrayLike<number> }

/** The places of points, by the square of a grid of the world that each lies in. */
export type Squares = {
  /** Squares along a degree. */
  perDegree: number
  /** Places, row after row from the south, westernmost square first; in one square, as they were given. */
  order: Uint32Array
  /** Where each row begins in `order`, and at last the end. */
  rows: Uint32Array
}

const rowOf = (lat: number, perDegree: number) => Math.floor(lat * perDegree) + 90 * perDegree

/** Squares on both sides of the date line are neighbours. */
function columnOf(lng: number, perDegree: number): number {
  const around = 360 * perDegree
  return (Math.floor(lng * perDegree) + around) % around
}

export function squaresOf({ lat, lng }: Points, perDegree: number): Squares {
  const square = Float64Array.from(lat, (degrees, place) => {
    const row = rowOf(degrees, perDegree)
    return row * 360 * perDegree + columnOf(lng[place] ?? 0, perDegree)
  })
  const order = Uint32Array.from(square.keys()).sort((a, b) => (square[a] ?? 0) - (square[b] ?? 0) || a - b)
  // The pole itself lies in a row of its own.
  const rows = new Uint32Array(180 * perDegree + 2)
  for (const place of order) {
    const after = rowOf(lat[place] ?? 0, perDegree) + 1
    rows[after] = (rows[after] ?? 0) + 1
  }
  for (let row = 1; row < rows.length; row++) rows[row] = (rows[row] ?? 0) + (rows[row - 1] ?? 0)
  return { perDegree, order, rows }
}

type At = { lat: number; lng: number }

/**
 * Where the places of three squares side by side start and end in `order`: that of the position and its neighbours to the
 * west and the east, `north` squares away. One stretch, but three where the date line runs between them.
 */
export function rangesOf(
  { perDegree, order, rows }: Squares,
  lng: Points['lng'],
  at: At,
  north: number,
): Range[] {
  const row = rowOf(at.lat, perDegree) + north
  const around = 360 * perDegree
  const column = columnOf(at.lng, perDegree)
  const end = rows[row + 1] ?? 0
  const start = rows[row] ?? end
  const first = (column: number) => {
    let [low, high] = [start, end]
    while (low < high) {
      const middle = (low + high) >> 1
      if (columnOf(lng[order[middle] ?? 0] ?? 0, perDegree) < column) low = middle + 1
      else high = middle
    }
    return low
  }
  if (column > 0 && column < around - 1) return [[first(column - 1), first(column + 2)]]
  return [column - 1, column, column + 1]
    .map((column) => (column + around) % around)
    .map((column) => [first(column), first(column + 1)])
}

type Range = [start: number, end: number]
