import type { Browser } from '@playwright/test'
import { PHONE } from './phone'
import type { Line } from './report'

/** The slowest that a person meets: bytes a second both ways, milliseconds to and fro, and a sixth of this processor. */
const NETWORK = { offline: false, latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000 }
const PROCESSOR = 6
/** Milliseconds from the start of the navigation. */
const READABLE = 4_000
const PATIENCE = 60_000
/** What is read on a list: the names on its cards. */
export const CARD = 'main article h3'

/** Milliseconds from the start of the navigation. */
export type SlowLook = { first: number; readable: number }

/** When something is painted on the slowest phone, and when the first `words` are that stand on its screen. */
export async function lookSlowly(browser: Browser, url: string, words: string): Promise<SlowLook> {
  const context = await browser.newContext({ viewport: PHONE, isMobile: true, hasTouch: true })
  try {
    const page = await context.newPage()
    const devtools = await context.newCDPSession(page)
    await devtools.send('Network.enable')
    await devtools.send('Network.emulateNetworkConditions', NETWORK)
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: PROCESSOR })
    await page.goto(url, { waitUntil: 'commit', timeout: PATIENCE })
    const seen = await page.waitForFunction(
      (words) =>
        performance.getEntriesByName('first-contentful-paint').length > 0 &&
        [...document.querySelectorAll(words)].some((element) => {
          const { top, height } = element.getBoundingClientRect()
          return height > 0 && top + height <= innerHeight
        }) &&
        performance.now(),
      words,
      // Each frame looks at what the one before has painted.
      { polling: 'raf', timeout: PATIENCE },
    )
    const readable = Number(await seen.jsonValue())
    const first = await page.evaluate(
      () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
    )
    return { first, readable }
  } finally {
    await context.close()
  }
}

export const slowLines = (name: string, ours: SlowLook[], least: SlowLook[]): Line[] => [
  {
    ...{ what: `${name}: first paint, 400 kbit/s`, unit: 'ms' },
    ...{ ours: ours.map(({ first }) => first), floor: least.map(({ first }) => first) },
  },
  {
    ...{ what: `${name}: list readable, 400 kbit/s`, unit: 'ms' },
    ...{ ours: ours.map(({ readable }) => readable), floor: least.map(({ readable }) => readable) },
    bar: { of: 'ours', atMost: READABLE },
  },
]
