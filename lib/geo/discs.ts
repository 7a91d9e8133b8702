import type { LatLng } from './types'

/** A circle of so many kilometres around a position. */
export type Disc = LatLng & { km: number }

type Circle = { x: number; y: number; r: number }

/** Kilometres of one degree of latitude. */
const DEGREE = 111.195
const ROUNDING = 1e-9

/**
 * Whether some point lies within all of these discs, on a plane that touches the earth at the first (good to a few
 * metres within 200 km). What discs have in common has a corner where two of their edges cross, or is a whole disc.
 */
export function haveCommonPoint(discs: readonly Disc[]): boolean {
  const circles = discs.map((disc) => flattened(disc, discs[0] ?? disc))
  const inAll = (x: number, y: number) =>
    circles.every((circle) => Math.hypot(circle.x - x, circle.y - y) <= circle.r + ROUNDING)
  return circles.some(
    (a, i) =>
      inAll(a.x, a.y) || circles.slice(i + 1).some((b) => crossings(a, b).some(([x, y]) => inAll(x, y))),
  )
}

function flattened({ lat, lng, km }: Disc, origin: LatLng): Circle {
  const east = ((lng - origin.lng + 540) % 360) - 180
  const shrink = Math.cos((origin.lat * Math.PI) / 180)
  return { x: east * DEGREE * shrink, y: (lat - origin.lat) * DEGREE, r: km }
}

/** Where two circles cross or touch. */
function crossings(a: Circle, b: Circle): [number, number][] {
  const [dx, dy] = [b.x - a.x, b.y - a.y]
  const apart = Math.hypot(dx, dy)
  if (apart === 0 || apart > a.r + b.r + ROUNDING || apart < Math.abs(a.r - b.r)) return []
  const along = (apart ** 2 + a.r ** 2 - b.r ** 2) / (2 * apart)
  const aside = Math.sqrt(Math.max(0, a.r ** 2 - along ** 2))
  const [ux, uy] = [dx / apart, dy / apart]
  const [x, y] = [a.x + along * ux, a.y + along * uy]
  return [
    [x - aside * uy, y + aside * ux],
    [x + aside * uy, y - aside * ux],
  ]
}
