import { aroundView } from '@/lib/geo/bbox'
import type { BBox } from '@/lib/geo/types'
import { plantSpots } from './map/spots'
import { type Line, tell } from './report'
import { startFloor, startSite } from './servers'
import { inTurns } from './turns'

/** `npm run bench -- list [PLACES] [ROUNDS]` */
const PLACES = Number(process.argv[3] ?? 1_000_000)
const ROUNDS = Number(process.argv[4] ?? 5)
const TURN = PLACES < 100_000 ? 500 : 3000
const CONNECTIONS = 10
/** What the list beside the map covers of a town. */
const VIEW = { zoom: 13, width: 640, height: 640 }
/** Of what a bare route reaches that reads a hundred rows of the same box, in no order. */
const SHARE = 0.5

/**
 * The list of a city-sized view among a million places, through HTTP: as JSON, fifty places from the middle outwards, and
 * as the page that shows it.
 */
export async function bench(databaseUrl: string): Promise<Line[]> {
  tell(`planting ${PLACES} places and a fifth as many events`)
  const spots = await plantSpots(databaseUrl, PLACES)
  tell('building and starting both sites')
  const env = { DATABASE_URL: databaseUrl }
  const [floor, site] = [await startFloor(env), await startSite({ ...env, WORKER: '0' })]
  try {
    const boxes = spots.map((spot) => corners(aroundView({ ...spot, zoom: VIEW.zoom }, VIEW)))
    const bare = boxes.map((box) => `${floor.url}/box?box=${box}`)
    const json = boxes.map((box) => `${site.url}/api/v1/spaces?bbox=${box}`)
    const pages = spots.map(({ lat, lng }) => `${site.url}/fr?lat=${lat}&lng=${lng}&z=${VIEW.zoom}`)
    return await inTurns(
      [
        { what: 'list as JSON', ours: json, floor: bare, bar: { of: 'ratio', atLeast: SHARE } },
        // Beside the floor's page of fifty items, which reads nothing: no bar, as in page.ts.
        { what: 'list as a page', ours: pages, floor: [`${floor.url}/list`] },
      ],
      { rounds: ROUNDS, connections: CONNECTIONS, turn: TURN },
    )
  } finally {
    await site.stop()
    await floor.stop()
  }
}

const corners = ({ west, south, east, north }: BBox) => [west, south, east, north].join(',')
