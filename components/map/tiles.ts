import type { Tile } from '@/lib/geo/tiles'
import type { MapTile } from '@/lib/map/tiles/schema'
import { readWire } from '@/lib/map/wire/rules'
import type { SentTiles, Wire } from '@/lib/map/wire/schema'
import { VERSION } from '@/lib/map/wire/terms'

const KEPT = 200

type Asked = { answer: Promise<MapTile>; giveUp: () => void }

/** Fetches what the map draws, tile by tile, each once, and remembers the latest. One for each map. */
export function tileStore() {
  const kept = new Map<string, MapTile>()
  const underWay = new Map<string, Asked>()

  function keep(address: string, tile: MapTile): void {
    kept.set(address, tile)
    const oldest = kept.keys().next().value
    if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest)
  }

  function one(tile: Tile, address: string): MapTile | Promise<MapTile> {
    const known = kept.get(address)
    if (known) return known
    const asked = underWay.get(address)
    if (asked) return asked.answer
    const stop = new AbortController()
    const answer = fetched(tile, address, stop.signal)
    underWay.set(address, { answer, giveUp: () => stop.abort() })
    const done = () => {
      if (underWay.get(address)?.answer === answer) underWay.delete(address)
    }
    answer.then((body) => {
      keep(address, body)
      done()
    }, done)
    return answer
  }

  function stop(wanted: string[] = []): void {
    for (const [address, { giveUp }] of underWay) {
      if (wanted.includes(address)) continue
      underWay.delete(address)
      giveUp()
    }
  }

  return {
    /**
     * What is in these tiles; of what was asked before, the rest is given up. Rejects when any of them does not come.
     */
    async get(tiles: Tile[], filters: string): Promise<MapTile[]> {
      const addresses = tiles.map((tile) => addressOf(tile, filters))
      stop(addresses)
      return Promise.all(tiles.map((tile, i) => one(tile, addresses[i] ?? '')))
    },
    /** Takes in what came with the page. */
    take({ filters, tiles }: SentTiles): void {
      for (const { tile, wire } of tiles) keep(addressOf(tile, filters), readWire(tile, wire))
    },
    /** Forgets what it has: another look at the same place asks again. */
    forget: () => kept.clear(),
    stop: () => stop(),
  }
}

const addressOf = ({ z, x, y }: Tile, filters: string) =>
  `/api/map/${z}/${x}/${y}${filters ? `?${filters}` : ''}`

async function fetched(tile: Tile, address: string, signal: AbortSignal): Promise<MapTile> {
  const answer = await fetch(address, { signal })
  if (!answer.ok) throw new Error(`${address} answered ${answer.status}`)
  const wire: Wire = await answer.json()
  if (wire.version !== VERSION) throw new Error(`${address} speaks version ${wire.version}`)
  return readWire(tile, wire)
}
