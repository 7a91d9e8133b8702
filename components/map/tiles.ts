import type { Tile } from '@/lib/geo/tiles'
import type { MapTile } from '@/lib/map/tiles/schema'
import { readWire } from '@/lib/map/wire/rules'
import type { Wire } from '@/lib/map/wire/schema'
import { VERSION } from '@/lib/map/wire/terms'

const KEPT = 200

/** Fetches what the map draws, tile by tile, and remembers the latest. One for each map. */
export function tileStore() {
  const kept = new Map<string, MapTile>()
  let underWay = new AbortController()

  async function one(tile: Tile, filters: string, signal: AbortSignal): Promise<MapTile> {
    const address = `/api/map/${tile.z}/${tile.x}/${tile.y}${filters ? `?${filters}` : ''}`
    const known = kept.get(address)
    if (known) return known
    const answer = await fetch(address, { signal })
    if (!answer.ok) throw new Error(`${address} answered ${answer.status}`)
    const wire: Wire = await answer.json()
    if (wire.version !== VERSION) throw new Error(`${address} speaks version ${wire.version}`)
    const body = readWire(tile, wire)
    kept.set(address, body)
    const oldest = kept.keys().next().value
    if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest)
    return body
  }

  return {
    /** What is in these tiles; whatever was asked before is given up. Rejects when any of them does not come. */
    async get(tiles: Tile[], filters: string): Promise<MapTile[]> {
      underWay.abort()
      underWay = new AbortController()
      const { signal } = underWay
      return Promise.all(tiles.map((tile) => one(tile, filters, signal)))
    },
    /** Forgets what it has: another look at the same place asks again. */
    forget: () => kept.clear(),
    stop: () => underWay.abort(),
  }
}
