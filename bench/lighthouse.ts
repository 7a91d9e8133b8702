import { chromium } from '@playwright/test'
import lighthouse from 'lighthouse'
import { freePort } from '@/lib/platform/ports'
import { findBrowser } from '@/lib/testing/browser'
import { launchOptions } from '@/lib/testing/launch'
import { demoPages } from './pages'
import { type Line, tell } from './report'
import { startFloor, startSite } from './servers'

const ROUNDS = 5
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const
/** Scores from 0 to 100, milliseconds, and a ratio to the floor. */
const BARS = { performance: 95, others: 100, tbt: 150, lcp: 1.5 }

type Seen = Record<(typeof CATEGORIES)[number] | 'lcp' | 'tbt' | 'cls', number>

/**
 * Lighthouse's own phone (slow 4G, a fourth of the processor) on a production build, beside the floor in the same rounds.
 * The browser is new each time; what a basemap sends cannot be reached, as on a plane.
 */
export async function bench(): Promise<Line[]> {
  const [floor, site] = [await startFloor(), await startSite()]
  try {
    const pages = Object.entries(await demoPages(site.databaseUrl))
    const urls = await Promise.all(
      pages.map(async ([name, path]) => [name, (await fetch(site.url + path)).url]),
    )
    const least: Seen[] = []
    const ours = new Map<string, Seen[]>()
    for (let round = 1; round <= ROUNDS; round++) {
      tell(`round ${round} of ${ROUNDS}`)
      least.push(await look(`${floor.url}/`))
      for (const [name = '', url = ''] of urls) ours.set(name, [...(ours.get(name) ?? []), await look(url)])
    }
    return [...ours].flatMap(([name, seen]) => linesOf(name, seen, least))
  } finally {
    await site.stop()
    await floor.stop()
  }
}

function linesOf(name: string, seen: Seen[], least: Seen[]): Line[] {
  const of = (list: Seen[], key: keyof Seen) => list.map((one) => one[key])
  const line = (key: keyof Seen, unit: string, bar: NonNullable<Line['bar']>): Line => ({
    ...{ what: `${name}: ${key}`, unit, ours: of(seen, key), floor: of(least, key), bar },
  })
  return [
    line('performance', '', { of: 'ours', atLeast: BARS.performance }),
    ...CATEGORIES.slice(1).map((key) => line(key, '', { of: 'ours', atLeast: BARS.others })),
    line('lcp', 'ms', { of: 'ratio', atMost: BARS.lcp }),
    line('tbt', 'ms', { of: 'ours', atMost: BARS.tbt }),
    line('cls', '', { of: 'ours', atMost: 0 }),
  ]
}

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
    if (!result) throw new Error(`Lighthouse saw nothing of ${url}`)
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
