import { chromium } from '@playwright/test'
import lighthouse from 'lighthouse'
import { freePort } from '@/lib/platform/ports'
import { findBrowser } from '@/lib/testing/browser'
import { launchOptions } from '@/lib/testing/launch'
import { startTileServer } from '@/lib/testing/tile-server'
import { demoPages } from './pages'
import { openPhone } from './phone'
import { type Line, tell } from './report'
import { startFloor, startSite } from './servers'
import { CARD, lookSlowly, type SlowLook, slowLines } from './slow'

/** `npm run bench -- lighthouse [ROUNDS]` */
const ROUNDS = Number(process.argv[3] ?? 5)
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const
/** Scores from 0 to 100, milliseconds, and a ratio to the floor. */
const BARS = { performance: 95, others: 100, tbt: 150, lcp: 1.5 }

/** Times in a row that a trace may be lost. */
const MOST_LOST = 3

/** Steps of a form, which say themselves that they are not for search engines (app/robots.ts). */
const UNLISTED = ['sign-in']
/** Pages whose list must be readable on the slowest phone. */
const LISTS = ['map', 'agenda']

type Seen = Record<(typeof CATEGORIES)[number] | 'lcp' | 'tbt' | 'cls', number>
type Shown = { name: string; url: string; seen: Seen[]; slowly: SlowLook[] }

/**
 * Lighthouse's own phone (slow 4G, a fourth of the processor) on a production build, beside the floor in the same rounds,
 * and the slowest phone on the lists. The browser is new each time; the map's background comes from this machine. Guests
 * say that they come on the page of the event.
 */
export async function bench(): Promise<Line[]> {
  const background = await startTileServer()
  const floor = await startFloor()
  const site = await startSite({ BASEMAP_URL: background.template })
  try {
    const paths = { ...(await demoPages(site.databaseUrl)), 'sign-in': '/fr/sign-in' }
    const least = shown('floor', `${floor.url}/`)
    const ours = await Promise.all(
      Object.entries(paths).map(async ([name, path]) => shown(name, (await fetch(site.url + path)).url)),
    )
    for (let round = 1; round <= ROUNDS; round++) {
      tell(`round ${round} of ${ROUNDS}`)
      for (const { name, url, seen } of [least, ...ours]) seen.push(await lookUntilSeen(name, url))
      await lookAtLists([least, ...ours.filter(({ name }) => LISTS.includes(name))])
    }
    return [
      ...ours.flatMap(({ name, seen }) => linesOf(name, seen, least.seen)),
      ...ours.flatMap(({ name, slowly }) => (slowly[0] ? slowLines(name, slowly, least.slowly) : [])),
    ]
  } finally {
    await site.stop()
    await floor.stop()
    background.stop()
  }
}

const shown = (name: string, url: string): Shown => ({ name, url, seen: [], slowly: [] })

async function lookAtLists(lists: Shown[]): Promise<void> {
  const browser = await openPhone()
  try {
    for (const { name, url, slowly } of lists)
      slowly.push(await lookSlowly(browser, url, name === 'floor' ? 'h1' : CARD))
  } finally {
    await browser.close()
  }
}

function linesOf(name: string, seen: Seen[], least: Seen[]): Line[] {
  const of = (list: Seen[], key: keyof Seen) => list.map((one) => one[key])
  const line = (key: keyof Seen, unit: string, bar: NonNullable<Line['bar']>): Line => ({
    ...{ what: `${name}: ${key}`, unit, ours: of(seen, key), floor: of(least, key), bar },
  })
  const others = CATEGORIES.slice(1).filter((key) => key !== 'seo' || !UNLISTED.includes(name))
  return [
    line('performance', '', { of: 'ours', atLeast: BARS.performance }),
    ...others.map((key) => line(key, '', { of: 'ours', atLeast: BARS.others })),
    line('lcp', 'ms', { of: 'ratio', atMost: BARS.lcp }),
    line('tbt', 'ms', { of: 'ours', atMost: BARS.tbt }),
    line('cls', '', { of: 'ours', atMost: 0 }),
  ]
}

/** Chromium loses a trace now and then (NO_NAVSTART): that is said, and the page is looked at again. */
async function lookUntilSeen(name: string, url: string): Promise<Seen> {
  for (let lost = 1; ; lost++) {
    try {
      return await look(url)
    } catch (err) {
      if (!(err instanceof LostTrace) || lost === MOST_LOST) throw err
      tell(`the trace of ${name} was lost (${err.message}): looking again`)
    }
  }
}

class LostTrace extends Error {}

async function look(url: string): Promise<Seen> {
  const { executablePath, args } = launchOptions(findBrowser() ?? undefined)
  const port = await freePort()
  const browser = await chromium.launch({
    executablePath,
    args: [...args, `--remote-debugging-port=${port}`],
  })
  try {
    const result = await lighthouse(url, {
      ...{ port, output: 'json', logLevel: 'error', onlyCategories: [...CATEGORIES] },
    })
    const error = result?.lhr.runtimeError
    if (error?.code === 'NO_NAVSTART') throw new LostTrace(error.code)
    if (!result || error) throw new Error(`Lighthouse saw nothing of ${url}: ${error?.message}`)
    const { categories, audits } = result.lhr
    const score = (name: string) => Math.round((categories[name]?.score ?? 0) * 100)
    const value = (name: string) => audits[name]?.numericValue ?? Number.NaN
    return {
      ...{ performance: score('performance'), accessibility: score('accessibility') },
      ...{ 'best-practices': score('best-practices'), seo: score('seo') },
      ...{ lcp: value('largest-contentful-paint'), tbt: value('total-blocking-time') },
      cls: value('cumulative-layout-shift'),
    }
  } finally {
    await browser.close()
  }
}
