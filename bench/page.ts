import { demoPages } from './pages'
import { type Line, tell } from './report'
import { startFloor, startSite } from './servers'
import { inTurns } from './turns'

/** `npm run bench -- page [ROUNDS] [MILLISECONDS]` */
const ROUNDS = Number(process.argv[3] ?? 5)
const TURN = Number(process.argv[4] ?? 3000)
const CONNECTIONS = 10

/**
 * Pages of the demo to a stranger, beside the floor's page of fifty items that is made anew for each, reads nothing and
 * says nothing of anybody: no bar is set, since none of ours is that little.
 */
export async function bench(): Promise<Line[]> {
  tell('building and starting both sites')
  const [floor, site] = [await startFloor(), await startSite({ WORKER: '0' })]
  try {
    const pages = Object.entries(await demoPages(site.databaseUrl))
    const pairs = await Promise.all(
      pages.map(async ([what, path]) => ({
        // Under its right name: the way there is not what is measured.
        ...{ what: `${what} page`, ours: [(await fetch(site.url + path)).url], floor: [`${floor.url}/list`] },
      })),
    )
    return await inTurns(pairs, { rounds: ROUNDS, connections: CONNECTIONS, turn: TURN })
  } finally {
    await site.stop()
    await floor.stop()
  }
}
