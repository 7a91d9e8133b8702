import { Agent } from 'node:http'
import { gunzipSync } from 'node:zlib'
import { aroundView } from '@/lib/geo/bbox'
import { type Tile, tileAt, tileBBox, tilesOf } from '@/lib/geo/tiles'
import { type Wire, wireSchema } from '@/lib/map/wire/schema'
import { ask, load, percentile } from './load'
import { memoryLines } from './map/memory'
import { plantSpots, type Spot } from './map/spots'
import { type Line, tell } from './report'
import { startFloor, startSite, untilInMemory } from './servers'

/** `npm run bench -- map [PLACES] [ROUNDS]`; `map 20000 2` is over in seconds. */
const PLACES = Number(process.argv[3] ?? 1_000_000)
const ROUNDS = Number(process.argv[4] ?? 5)
const SMALL = PLACES < 100_000
const CONNECTIONS = 10
/** Milliseconds of load on each in a round. */
const TURN = SMALL ? 400 : 2000
const ASKED = SMALL ? 8 : 60
/** Spots whose views are taken at every zoom. */
const LOOKS = SMALL ? 2 : 21

const ZOOMS = [2, 6, 10, 13, 15]
const FILTERS = { 'no filter': '', 'open now': 'open=1', 'three amenities': 'wifi=1&sockets=1&quiet=1' }
const PHONE = { width: 390, height: 844 }
/** Marks on a phone's six tiles, of which it shows a fifth, and kB of their bodies as they travel. */
const VIEW = { marks: 120, kB: 5 }
/** Of what a bare route reaches that reads a hundred rows of the same box. */
const SHARE = 0.5

/** Tiles of a million places over HTTP, of a production build, beside a bare route that reads a box of the same table. */
export async function bench(databaseUrl: string): Promise<Line[]> {
  tell(`planting ${PLACES} places and a fifth as many events`)
  const spots = await plantSpots(databaseUrl, PLACES)
  tell('reading them into memory')
  const memory = await memoryLines(databaseUrl, PLACES)
  tell('building and starting both sites')
  const [floor, site] = [
    await startFloor({ DATABASE_URL: databaseUrl }),
    await startSite({ DATABASE_URL: databaseUrl, WORKER: '0' }),
  ]
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  try {
    const tile = ({ z, x, y }: Tile, filters: string) => `${site.url}/api/map/${z}/${x}/${y}?${filters}`
    const box = (at: Tile) => {
      const { west, south, east, north } = tileBBox(at)
      return `${floor.url}/box?box=${west},${south},${east},${north}`
    }
    await untilInMemory(site.url)
    const tiles = ZOOMS.flatMap((z) => spots.map((spot) => tileAt(spot, z)))
    return [
      ...memory,
      ...(await throughput(tiles, tile, box)),
      ...(await latencies(agent, spots, tile)),
      ...(await views(agent, spots, tile)),
    ]
  } finally {
    agent.destroy()
    await site.stop()
    await floor.stop()
  }
}

type Address = (tile: Tile, filters: string) => string

async function throughput(tiles: Tile[], tile: Address, box: (at: Tile) => string): Promise<Line[]> {
  const lines: Line[] = Object.entries(FILTERS).map(([name]) => ({
    ...{ what: `tiles, ${name}`, unit: 'requests/s', ours: [], floor: [] },
    bar: { of: 'ratio', atLeast: SHARE },
  }))
  // Once unmeasured: both compile what they run, and hours are read.
  await load(tiles.map(box), CONNECTIONS, TURN)
  for (const filters of Object.values(FILTERS)) {
    await load([tile({ z: 0, x: 0, y: 0 }, filters)], 1, 1)
    await load(
      tiles.map((at) => tile(at, filters)),
      CONNECTIONS,
      TURN / 2,
    )
  }
  for (let round = 1; round <= ROUNDS; round++) {
    tell(`round ${round} of ${ROUNDS}`)
    for (const [i, filters] of Object.values(FILTERS).entries()) {
      const least = await load(tiles.map(box), CONNECTIONS, TURN)
      const ours = await load(
        tiles.map((at) => tile(at, filters)),
        CONNECTIONS,
        TURN,
      )
      lines[i]?.floor?.push(least.perSecond)
      lines[i]?.ours.push(ours.perSecond)
    }
  }
  return lines
}

/** One after the other: what a single person waits for. */
async function latencies(agent: Agent, spots: Spot[], tile: Address): Promise<Line[]> {
  const lines: Line[] = []
  for (const z of ZOOMS) {
    for (const [name, filters] of Object.entries(FILTERS)) {
      const figures: number[] = []
      for (let i = 0; i < ASKED; i++) {
        const spot = spots[i % spots.length] as Spot
        figures.push((await ask(agent, tile(tileAt(spot, z), filters))).ms)
      }
      lines.push(
        { what: `zoom ${z}, ${name}: p50`, unit: 'ms', ours: [percentile(figures, 0.5)] },
        { what: `zoom ${z}, ${name}: p99`, unit: 'ms', ours: [percentile(figures, 0.99)] },
      )
    }
  }
  return lines
}

/** The last zoom of the map. There a crowd is drawn, because nobody can go closer: no bar is set. */
const LAST_ZOOM = 19

/** What a phone asks for at once, at every zoom: the most marks and the most bytes of any view. */
async function views(agent: Agent, spots: Spot[], tile: Address): Promise<Line[]> {
  const seen: View[] = []
  for (let zoom = 2; zoom <= LAST_ZOOM; zoom++)
    for (const spot of spots.slice(0, LOOKS))
      for (const filters of Object.values(FILTERS))
        seen.push(await view(agent, spot, zoom, (at) => tile(at, filters)))
  const open = seen.filter(({ zoom }) => zoom < LAST_ZOOM)
  const last = seen.filter(({ zoom }) => zoom === LAST_ZOOM)
  return (['marks', 'kB'] as const).flatMap((of): Line[] => {
    const figures = (views: View[]) => views.map((one) => one[of])
    const what = of === 'marks' ? 'marks' : 'sent'
    const unit = of === 'marks' ? '' : 'kB'
    return [
      { what: `${what}, median view`, unit, ours: [percentile(figures(open), 0.5)] },
      {
        ...{ what: `${what}, fullest view`, unit, ours: [Math.max(...figures(open))] },
        bar: { of: 'ours', atMost: VIEW[of] },
      },
      { what: `${what}, fullest at the last zoom`, unit, ours: [Math.max(...figures(last))] },
    ]
  })
}

type View = { zoom: number; marks: number; kB: number }

async function view(agent: Agent, spot: Spot, zoom: number, address: (at: Tile) => string): Promise<View> {
  // Tiles are drawn twice as wide as the map's own: of one zoom less.
  const asked = tilesOf(aroundView({ ...spot, zoom }, PHONE), zoom - 1)
  const answers = await Promise.all(asked.map((at) => ask(agent, address(at))))
  const marks = answers.reduce((sum, { chunks }) => sum + marksIn(Buffer.concat(chunks)), 0)
  return { zoom, marks, kB: answers.reduce((sum, { bytes }) => sum + bytes, 0) / 1000 }
}

function marksIn(body: Buffer): number {
  const text = body[0] === 0x1f ? gunzipSync(body) : body
  const { clusters, spaces, events, areas, wishes }: Wire = wireSchema.parse(JSON.parse(String(text)))
  return [clusters, spaces, events, areas, wishes].reduce((sum, some) => sum + some.length, 0)
}
