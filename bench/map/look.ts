import { setTimeout as wait } from 'node:timers/promises'
import type { Browser, CDPSession, Page } from '@playwright/test'
import { PHONE } from '@/bench/phone'

/** Milliseconds, since the start of the navigation where it is a moment. */
export type Seen = {
  first: number
  live: number
  /** The longest that one frame stood still while the map was dragged. */
  frame: number
  /** The longest task meanwhile of those over 50 ms; 0 when there was none. */
  task: number
}

const SLOWER = 4
/** After which the page has done what it does by itself. */
const CALM = 1500

type Noted = Window & { noted: { first: number; live: number; frame: number; task: number } }

/** Opens a page with a map as a slow phone does, and drags the map. */
export async function look(browser: Browser, url: string, mark: string, live: string): Promise<Seen> {
  const context = await browser.newContext({ viewport: PHONE, isMobile: true, hasTouch: true })
  const page = await context.newPage()
  const devtools = await context.newCDPSession(page)
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWER })
  // tsx names functions through a function of its own, which a page does not have.
  await page.addInitScript('globalThis.__name = (named) => named')
  await page.addInitScript(noteMarks, { first: mark, live })
  await page.goto(url, { waitUntil: 'commit' })
  await page.waitForFunction(() => (window as unknown as Noted).noted.live > 0)
  await wait(CALM)
  const seen = await dragged(page, devtools)
  await context.close()
  return seen
}

/** Notes when the first element of each kind is in sight, at the end of the frame that draws it. */
function noteMarks(selectors: { first: string; live: string }): void {
  const noted = { first: 0, live: 0, frame: 0, task: 0 }
  Object.assign(window, { noted })
  const inSight = (selector: string) =>
    [...document.querySelectorAll(selector)].some((element) => {
      const { width, left, right, top, bottom } = element.getBoundingClientRect()
      return width > 0 && right > 0 && left < innerWidth && bottom > 0 && top < innerHeight
    })
  const frame = () => {
    for (const key of ['first', 'live'] as const) {
      if (noted[key] > 0 || !inSight(selectors[key])) continue
      // Nothing is on the screen before its first paint, however much there is to paint.
      const channel = new MessageChannel()
      channel.port1.onmessage = () => {
        const [paint] = performance.getEntriesByName('first-contentful-paint')
        noted[key] ||= Math.max(performance.now(), paint?.startTime ?? 0)
      }
      channel.port2.postMessage(null)
    }
    if (noted.live === 0) requestAnimationFrame(frame)
  }
  requestAnimationFrame(frame)
}

const DRAGS = 4
const MOVES = 30
const STEP = 6
/** In the map's half of the screen, clear of what lies over it. */
const FROM = { x: 290, y: 230 }

async function dragged(page: Page, devtools: CDPSession): Promise<Seen> {
  await page.evaluate(noteFrames)
  for (let drag = 0; drag < DRAGS; drag++) {
    const sign = drag % 2 === 0 ? -1 : 1
    const start = sign < 0 ? FROM : { x: FROM.x - MOVES * STEP, y: FROM.y }
    const touch = (type: 'touchStart' | 'touchMove', move: number) =>
      devtools.send('Input.dispatchTouchEvent', {
        type,
        touchPoints: [{ x: start.x + sign * move * STEP, y: start.y }],
      })
    await touch('touchStart', 0)
    for (let move = 1; move <= MOVES; move++) {
      await touch('touchMove', move)
      await wait(12)
    }
    await devtools.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
    await wait(400)
  }
  return page.evaluate(() => (window as unknown as Noted).noted)
}

function noteFrames(): void {
  const { noted } = window as unknown as Noted
  let last = performance.now()
  const frame = () => {
    const now = performance.now()
    noted.frame = Math.max(noted.frame, now - last)
    last = now
    requestAnimationFrame(frame)
  }
  requestAnimationFrame(frame)
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) noted.task = Math.max(noted.task, duration)
  }).observe({ type: 'longtask' })
}
