import { type Browser, chromium } from '@playwright/test'
import { findBrowser, findShell } from '@/lib/testing/browser'
import { launchOptions } from '@/lib/testing/launch'

/** The phone that pages are judged on: CSS pixels. */
export const PHONE = { width: 390, height: 844 }

/** Milliseconds without a request after which a page has everything. */
const QUIET = 1_000

export type Weight = {
  /** Compressed bytes of all scripts, headers included. */
  scripts: number
  /** Requests to the site itself; what a basemap sends is not counted. */
  requests: number
  /** Styles in the head that nothing is drawn without, and fonts that text waits for. */
  blocking: number
}

export async function openPhone(): Promise<Browser> {
  const browser = findShell() ?? findBrowser()
  if (!browser) throw new Error('There is no browser to measure with: npm test brings one.')
  return chromium.launch(launchOptions(browser))
}

/** Loads a page as a phone that was never there before does, and weighs what came. */
export async function weigh(
  browser: Browser,
  url: string,
  { until }: { until?: string } = {},
): Promise<Weight> {
  const context = await browser.newContext({ viewport: PHONE, isMobile: true, hasTouch: true })
  const page = await context.newPage()
  const devtools = await context.newCDPSession(page)
  const asked = new Map<string, { type: string; bytes: number }>()
  await devtools.send('Network.enable')
  devtools.on('Network.requestWillBeSent', ({ requestId, type, request }) => {
    if (request.url.startsWith(new URL(url).origin)) asked.set(requestId, { type: type ?? '', bytes: 0 })
  })
  let last = performance.now()
  devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    last = performance.now()
    const one = asked.get(requestId)
    if (one) one.bytes = encodedDataLength
  })
  await page.goto(url, { waitUntil: 'load' })
  if (until) await page.locator(until).first().waitFor()
  while (performance.now() - last < QUIET) await new Promise((resolve) => setTimeout(resolve, QUIET / 4))
  const blocking = await page.evaluate(
    () =>
      performance.getEntriesByType('resource').filter((entry) => {
        const { renderBlockingStatus } = entry as PerformanceResourceTiming & {
          renderBlockingStatus?: string
        }
        return renderBlockingStatus === 'blocking'
      }).length + [...document.fonts].filter(({ display }) => display === 'block').length,
  )
  await context.close()
  const all = [...asked.values()]
  return {
    scripts: all.filter(({ type }) => type === 'Script').reduce((sum, { bytes }) => sum + bytes, 0),
    requests: all.length,
    blocking,
  }
}
