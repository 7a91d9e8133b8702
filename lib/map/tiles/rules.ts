import type { Cluster } from './schema'

/** A tile is drawn 512 CSS pixels wide. Clusters stand in a grid of so many cells a side: 64 pixels each. */
export const GRID = 8
/** From this zoom on things are drawn one by one, unless a tile holds more than `POINTS`. */
export const POINTS_ZOOM = 13
export const POINTS = 60
/** From this zoom on freelancers are counted by their cell; before, with all else in clusters. */
export const AREAS_ZOOM = 12
/** From this zoom on the cell of a wish (5 km) is wide enough to be drawn: some 25 pixels. */
export const WISHES_ZOOM = 8

/** One layer's things in one cell of the grid, at their mean position. */
export type CellCount = { gx: number; gy: number; count: number; lat: number; lng: number }

/** Brings the layers' counts together, cell by cell. */
export function clustersOf(
  layers: Record<keyof Cluster['mix'], CellCount[]>,
): (Cluster & { cell: string })[] {
  const cells = new Map<string, Cluster & { cell: string }>()
  for (const layer of ['spaces', 'events', 'people'] as const) {
    for (const { gx, gy, count, lat, lng } of layers[layer]) {
      const cell = `${gx} ${gy}`
      const known = cells.get(cell) ?? {
        cell,
        lat: 0,
        lng: 0,
        count: 0,
        mix: { spaces: 0, events: 0, people: 0 },
      }
      const total = known.count + count
      cells.set(cell, {
        cell,
        lat: (known.lat * known.count + lat * count) / total,
        lng: (known.lng * known.count + lng * count) / total,
        count: total,
        mix: { ...known.mix, [layer]: count },
      })
    }
  }
  return [...cells.values()]
}
