import type { Browser } from '@playwright/test'
import { startTileServer } from '@/lib/testing/tile-server'
import { copies } from './map/copies'
import { look, type Seen } from './map/look'
import { openPhone } from './phone'
import { type Line, tell } from './report'
import { startFloor, startSite, untilInMemory } from './servers'

/** `npm run bench -- marker [ROUNDS] [PLACES…]` */
const [rounds = '5', ...sizes] = process.argv.slice(3)
const ROUNDS = Number(rounds)
const PLACES = sizes.length > 0 ? sizes.map(Number) : [10_000, 1_000_000]

/** Milliseconds. */
const BARS = { first: 600, frame: 50 }
const VIEW = '?lat=43.7&lng=7.266&z=13'
/** What Leaflet drew itself, and can be moved; and what stands for it until then. */
const LIVE = '.leaflet-marker-icon'
const MARK = `.first-marks g, ${LIVE}`

type Shown = { name: string; url: string; seen: Seen[] }

/**
 * When a phone of a fourth of this processor sees a first marker, from the start of the navigation, and how long a frame
 * lasts while the map is dragged; beside a page of plain Leaflet with as many clusters, in the same rounds. Nothing slows
 * the network, and the background comes from this machine.
 */
export async function bench(databaseUrl: string): Promise<Line[]> {
  const background = await startTileServer()
  const databases = await copies(databaseUrl, PLACES)
  tell('building and starting the sites')
  const floor = await startFloor()
  const sites = []
  const browser = await openPhone()
  try {
    for (const url of databases) {
      const site = await startSite({ DATABASE_URL: url, WORKER: '0', BASEMAP_URL: background.template })
      sites.push(site)
      await untilInMemory(site.url)
    }
    const least = { name: 'floor', url: `${floor.url}/leaflet?tiles=${background.template}`, seen: [] }
    const ours = sites.map(({ url }, i) => ({
      name: `${PLACES[i]} places`,
      url: `${url}/fr${VIEW}`,
      seen: [],
    }))
    // Once unmeasured: servers compile what they run.
    for (const shown of [least, ...ours]) await look(browser, shown.url, MARK, LIVE)
    await inTurns(browser, [least, ...ours])
    return ours.flatMap((shown) => linesOf(shown, least))
  } finally {
    await browser.close()
    for (const site of sites) await site.stop()
    await floor.stop()
    background.stop()
  }
}

async function inTurns(browser: Browser, all: Shown[]): Promise<void> {
  for (let round = 1; round <= ROUNDS; round++) {
    tell(`round ${round} of ${ROUNDS}`)
    for (const { url, seen } of all) seen.push(await look(browser, url, MARK, LIVE))
  }
}

function linesOf({ name, seen }: Shown, floor: Shown): Line[] {
  const line = (what: string, key: keyof Seen, atMost?: number): Line => ({
    ...{ what: `${name}: ${what}`, unit: 'ms' },
    ...{ ours: seen.map((one) => one[key]), floor: floor.seen.map((one) => one[key]) },
    ...(atMost === undefined ? {} : { bar: { of: 'ours', atMost } }),
  })
  return [
    line('first marker', 'first', BARS.first),
    line('first marker of a map that moves', 'live'),
    line('longest frame of a drag', 'frame', BARS.frame),
    line('longest task of a drag', 'task'),
  ]
}
