import { EARTH_RADIUS } from '@/lib/geo/distance'
import type { LatLng } from '@/lib/geo/types'
import { type Points, rangesOf, type Squares, squaresOf } from '@/lib/towns/squares/rules'

/** Squares along a degree: small ones first, whole degrees where nobody is near. */
export const SIZES = [20, 5, 1]
const METRES_PER_DEGREE = 111_195

type Found = { place: number; chord: number }

/**
 * Answers which of many points is nearest to a position, by its place; null where none is within about 150 km. Distances
 * are compared along chords of the unit sphere, squared, which need neither sines nor roots.
 */
export function finderOf(
  points: Points,
  sizes: readonly Squares[] = SIZES.map((perDegree) => squaresOf(points, perDegree)),
): (at: LatLng) => number | null {
  const { lat, lng } = points
  const units = new Float64Array(lat.length * 3)
  for (let place = 0; place < lat.length; place++)
    units.set(unitOf({ lat: lat[place] ?? 0, lng: lng[place] ?? 0 }), place * 3)
  return (at) => {
    let best: Found | null = null
    for (const squares of sizes) {
      best = nearestIn(squares, points, at, units)
      if (best && best.chord <= edgeOf(squares, at)) break
    }
    return best?.place ?? null
  }
}

/** Beyond nine squares nothing is nearer than the edge of one, which is shorter towards the poles. */
function edgeOf({ perDegree }: Squares, { lat }: LatLng): number {
  const shortest = Math.cos(((Math.abs(lat) + 2 / perDegree) * Math.PI) / 180)
  return chordOf((METRES_PER_DEGREE / perDegree) * shortest)
}

function nearestIn(squares: Squares, { lng }: Points, at: LatLng, units: Float64Array): Found | null {
  const [x, y, z] = unitOf(at)
  let best: Found | null = null
  for (let north = -1; north <= 1; north++)
    for (const [start, end] of rangesOf(squares, lng, at, north))
      for (let i = start; i < end; i++) {
        const place = squares.order[i] ?? 0
        const dx = (units[place * 3] ?? 0) - x
        const dy = (units[place * 3 + 1] ?? 0) - y
        const dz = (units[place * 3 + 2] ?? 0) - z
        const chord = dx * dx + dy * dy + dz * dz
        if (best === null) best = { place, chord }
        else if (chord < best.chord) {
          best.place = place
          best.chord = chord
        }
      }
  return best
}

/** The square of the chord under so many metres along the sphere. */
const chordOf = (metres: number) => (2 * Math.sin(metres / EARTH_RADIUS / 2)) ** 2

function unitOf({ lat, lng }: LatLng): [number, number, number] {
  const [phi, lambda] = [(lat * Math.PI) / 180, (lng * Math.PI) / 180]
  const across = Math.cos(phi)
  return [across * Math.cos(lambda), across * Math.sin(lambda), Math.sin(phi)]
}
