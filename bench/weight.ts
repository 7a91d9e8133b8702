import { demoPages } from './pages'
import { openPhone, type Weight, weigh } from './phone'
import { type Line, tell } from './report'
import { startFloor, startSite } from './servers'

/** `npm run bench -- weight [ROUNDS]`: what is counted hardly changes from one to the next. */
const ROUNDS = Number(process.argv[3] ?? 5)
/** kB of compressed scripts, and requests. */
const BARS = { page: 145, map: 190, requests: 20 }
const MARK = '.leaflet-marker-icon'

/** What a phone loads for a page, beside the least that any page of this framework makes it load. */
export async function bench(): Promise<Line[]> {
  const [floor, site] = [await startFloor(), await startSite()]
  const browser = await openPhone()
  try {
    const pages = await demoPages(site.databaseUrl)
    const lines: Line[] = []
    const least: Weight[] = []
    for (let round = 0; round < ROUNDS; round++) least.push(await weigh(browser, `${floor.url}/`))
    for (const [name, path] of Object.entries(pages)) {
      tell(name)
      const url = (await fetch(site.url + path)).url
      const ours: Weight[] = []
      for (let round = 0; round < ROUNDS; round++)
        ours.push(await weigh(browser, url, name === 'map' ? { until: MARK } : {}))
      const kB = (weights: Weight[]) => weights.map(({ scripts }) => scripts / 1000)
      const atMost = name === 'map' ? BARS.map : BARS.page
      const counts = (weights: Weight[]) => weights.map(({ requests }) => requests)
      lines.push(
        {
          what: `${name}: scripts`,
          unit: 'kB',
          ours: kB(ours),
          floor: kB(least),
          bar: { of: 'ours', atMost },
        },
        {
          ...{ what: `${name}: requests`, unit: '', ours: counts(ours), floor: counts(least) },
          bar: { of: 'ours', atMost: BARS.requests },
        },
        {
          ...{ what: `${name}: blocking styles and fonts`, unit: '' },
          ours: ours.map(({ blocking }) => blocking),
          bar: { of: 'ours', atMost: 0 },
        },
      )
    }
    return lines
  } finally {
    await browser.close()
    await site.stop()
    await floor.stop()
  }
}
