import { EARTH_RADIUS } from '@/lib/geo/distance'
import type { LatLng } from '@/lib/geo/types'

/** Squares along a degree: small ones first, whole degrees where nobody is near. */
const SIZES = [20, 5, 1]
const METRES_PER_DEGREE = 111_195

type Squares = { perDegree: number; around: number; places: Map<number, number[]> }
type Found = { place: number; chord: number }

/**
 * Answers which of many points is nearest to a position, by its place in the list; null where none is within about
 * 150 km. Distances are compared along chords of the unit sphere, squared, which need neither sines nor roots.
 */
export function finderOf(points: readonly LatLng[]): (at: LatLng) => number | null {
  const units = new Float64Array(points.length * 3)
  for (const [place, point] of points.entries()) units.set(unitOf(point), place * 3)
  const sizes = SIZES.map((perDegree) => squaresOf(points, perDegree))
  return (at) => {
    let best: Found | null = null
    for (const squares of sizes) {
      best = nearestIn(squares, at, units)
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

function nearestIn({ perDegree, around, places }: Squares, at: LatLng, units: Float64Array): Found | null {
  const [x, y, z] = unitOf(at)
  const [row, column] = [Math.floor(at.lat * perDegree), Math.floor(at.lng * perDegree)]
  let best: Found | null = null
  for (let north = -1; north <= 1; north++)
    for (let east = -1; east <= 1; east++)
      for (const place of places.get(key(row + north, column + east, around)) ?? []) {
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

/** Squares on both sides of the date line are neighbours. */
const key = (row: number, column: number, around: number) =>
  (row + around) * around + ((column + around) % around)

function squaresOf(points: readonly LatLng[], perDegree: number): Squares {
  const around = 360 * perDegree
  const places = new Map<number, number[]>()
  for (const [place, { lat, lng }] of points.entries()) {
    const square = key(Math.floor(lat * perDegree), Math.floor(lng * perDegree), around)
    const known = places.get(square)
    if (known) known.push(place)
    else places.set(square, [place])
  }
  return { perDegree, around, places }
}
