import { wrap } from './bbox'
import type { LatLng } from './types'

/** Height of a freelancer's cell in degrees: about 1.1 km. */
const STEP = 0.01

/**
 * The centre of the cell that a position lies in: about 1.1 × 1.1 km, or as high as `step` says, in degrees (a whole
 * part of 180). Cells stand in rows of equal height; in each row they are as wide as it takes to keep their area, so
 * that nobody in the north is told of more precisely.
 */
export function snapToCell({ lat, lng }: LatLng, step = STEP): LatLng {
  const rows = Math.round(180 / step)
  const row = Math.min(rows - 1, Math.floor((lat + 90) / step))
  const centre = -90 + (row + 0.5) * step
  const columns = Math.max(1, Math.round((360 / step) * Math.cos((centre * Math.PI) / 180)))
  const width = 360 / columns
  const column = Math.min(columns - 1, Math.floor((wrap(lng) + 180) / width))
  return { lat: rounded(centre), lng: rounded(-180 + (column + 0.5) * width) }
}

/** Six decimals: a tenth of a metre, and equal for equal cells. */
function rounded(degrees: number): number {
  return Math.round(degrees * 1e6) / 1e6
}
