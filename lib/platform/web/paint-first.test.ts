import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, it } from 'vitest'
import { paintFirst, scriptsAfterPaint } from './paint-first'

const CHUNK = (name: string) => `<script src="/_next/${name}.js" async="" nonce="n0=="></script>`
const HEAD = `<html><head><link rel="preload" as="script" fetchPriority="low" nonce="n0==" href="/_next/main.js"/>${CHUNK('a')}<link rel="preload" as="image" href="/a.svg"/>${CHUNK('b')}<script src="/_next/old.js" noModule="" nonce="n0=="></script></head>`
const SHELL = '<body><p>Un café à Évian ☕</p><script nonce="n0==" id="_R_">start()</script>'
const MAIN = '<script src="/_next/main.js" nonce="n0==" async=""></script>'
const LATER = `<script nonce="n0==">data("é")</script>${CHUNK('late')}</body></html>`
const PAGE = HEAD + SHELL + MAIN + LATER

/** A page in parts of so many bytes. */
function through(page: string, size: number): string {
  const bytes = Buffer.from(page)
  const { next, rest } = scriptsAfterPaint()
  const parts: Buffer[] = []
  for (let at = 0; at < bytes.length; at += size) parts.push(next(bytes.subarray(at, at + size)))
  return Buffer.concat([...parts, ...rest()]).toString()
}

/** What a page asks for in a browser of these few parts: at once, after its first paint, and after a while. */
function asked(html: string) {
  const asks: string[] = []
  let held = 0
  const frames: (() => void)[] = []
  const states: (() => void)[] = []
  const timers: { run: () => void; after: number }[] = []
  const observers: ((seen: { getEntriesByName(name: string): object[] }) => void)[] = []
  const [, code = ''] = /<script nonce="n0==">(\{let all.*?)<\/script>/.exec(html) ?? []
  new Function('PerformanceObserver', 'requestAnimationFrame', 'setTimeout', 'document', code)(
    class {
      constructor(observer: (typeof observers)[number]) {
        observers.push(observer)
      }
      observe() {}
    },
    (run: () => void) => frames.push(run),
    (run: () => void, after = 0) => timers.push({ run, after }),
    {
      createElement: (name: string) =>
        name === 'script' ? {} : { contentDocument: { open: () => held++ }, remove: () => held-- },
      documentElement: { appendChild: (element: object) => element },
      head: { append: ({ src }: { src: string }) => asks.push(src) },
      addEventListener: (_: string, listener: () => void) => states.push(listener),
    },
  )
  /** Frames, and what is due after no more milliseconds than these, in so many turns. */
  const runs = (most: number, turns = Number.POSITIVE_INFINITY) => {
    for (const frame of frames.splice(0)) frame()
    const due = () => timers.findIndex(({ after }) => after <= most)
    for (let n = 0, next = due(); n < turns && next >= 0; n++, next = due()) timers.splice(next, 1)[0]?.run()
    return [...asks]
  }
  const paint = (name: string) => {
    for (const observer of observers) observer({ getEntriesByName: (asked) => (asked === name ? [{}] : []) })
  }
  const before = runs(0)
  paint('first-paint')
  const bare = runs(0)
  return {
    before: [...before, ...bare],
    holdsLoad: () => held > 0,
    /** The whole page is there, and then all that it had at once. */
    readyState: () => {
      for (const state of states) state()
    },
    painted(turns?: number) {
      paint('first-contentful-paint')
      return runs(0, turns)
    },
    turn: () => runs(0, 1),
    inTheEnd: () => runs(Number.POSITIVE_INFINITY),
  }
}

it.each([1, 2, 7, 64, 100_000])('takes scripts out of the head of a page in parts of %i bytes', (size) => {
  const seen = through(PAGE, size)
  expect(seen).not.toContain('as="script"')
  expect(seen).not.toContain(CHUNK('a'))
  expect(seen).toContain(
    '<link rel="preload" as="image" href="/a.svg"/><script src="/_next/old.js" noModule=""',
  )
  expect(seen).toContain('Un café à Évian ☕')
  // After all that is drawn at once, and before what comes later, which stays as it is.
  expect(seen.indexOf('{let all')).toBeGreaterThan(seen.indexOf('id="_R_"'))
  expect(seen.endsWith(LATER)).toBe(true)
  const { before, holdsLoad, readyState, painted, inTheEnd } = asked(seen)
  expect(before).toEqual([])
  expect(holdsLoad()).toBe(false)
  readyState()
  readyState()
  expect(holdsLoad()).toBe(true)
  const all = ['/_next/a.js', '/_next/b.js', '/_next/main.js']
  expect(painted()).toEqual(all)
  expect(holdsLoad()).toBe(false)
  // Once.
  expect(inTheEnd()).toEqual(all)
})

it('asks for many scripts a few at a time, and lets the load event go after the last', () => {
  const names = Array.from({ length: 9 }, (_, n) => `/_next/${n}.js`)
  const head = names.map((src) => `<script src="${src}" async="" nonce="n0=="></script>`).join('')
  const { holdsLoad, readyState, turn, painted } = asked(through(`<html><head>${head}</head>${SHELL}`, 100))
  readyState()
  painted(0)
  const turns = [turn(), turn(), turn()].map((asks) => [asks.length, holdsLoad()])
  expect(turns).toEqual([
    [4, true],
    [8, true],
    [9, true],
  ])
  expect(turn()).toEqual(names)
  expect(holdsLoad()).toBe(false)
})

it('does not hold the load event of a page that was painted before it was all there', () => {
  const { holdsLoad, readyState, painted } = asked(through(PAGE, 100))
  expect(painted()).toHaveLength(3)
  readyState()
  expect(holdsLoad()).toBe(false)
})

it('asks in a tab that nobody looks at as well', () => {
  expect(asked(through(PAGE, 100)).inTheEnd()).toHaveLength(3)
})

it('asks in a browser that gives no document of a frame and knows nothing of paints', () => {
  const [, code = ''] = /<script nonce="n0==">(\{let all.*?)<\/script>/.exec(through(PAGE, 100)) ?? []
  const asks: string[] = []
  const timers: (() => void)[] = []
  const document = {
    addEventListener: (_: string, listener: () => void) => listener(),
    createElement: () => ({ contentDocument: null, remove() {} }),
    documentElement: { appendChild: (element: object) => element },
    head: { append: ({ src }: { src: string }) => asks.push(src) },
  }
  const run = new Function('PerformanceObserver', 'setTimeout', 'document', code)
  expect(() => run(undefined, (after: () => void) => timers.push(after), document)).toThrow()
  for (const timer of timers) timer()
  expect(asks).toHaveLength(3)
})

it('asks at the end of a page whose shell has no end', () => {
  const seen = through(`${HEAD}<body>un café</body></html>`, 9)
  expect(seen).toContain('un café</body></html><script nonce="n0==">')
  expect(asked(seen).painted()).toEqual(['/_next/a.js', '/_next/b.js'])
})

it.each(['', 'un café', '<p>un <', '<script>let half'])(
  'leaves a page without scripts as it is: "%s"',
  (page) => {
    expect(through(page, 3)).toBe(page)
  },
)

it('changes pages alone, and tells no length that is not so', async () => {
  const server = createServer((request, response) => {
    paintFirst(response)
    const body = request.url === '/page' || request.url === '/data' ? PAGE : ''
    response.setHeader(
      'Content-Type',
      request.url === '/data' ? 'application/json' : 'text/html; charset=utf-8',
    )
    if (request.url === '/parts') {
      for (const part of [HEAD, SHELL, MAIN, LATER]) response.write(part)
      return response.end()
    }
    response.setHeader('Content-Length', Buffer.byteLength(body))
    return response.end(body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const get = async (path: string) => {
    const answer = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`)
    return answer.text()
  }
  try {
    expect(await get('/page')).toBe(through(PAGE, 100_000))
    expect(await get('/parts')).toBe(through(PAGE, 100_000))
    expect(await get('/data')).toBe(PAGE)
    expect(await get('/nothing')).toBe('')
  } finally {
    server.close()
  }
})

it.each([1, 7, 5000])('what only its scripts can draw has them at once (in parts of %i bytes)', (size) => {
  const missing = PAGE.replace('<html>', '<html id="__next_error__">')
  expect(through(missing, size)).toBe(missing)
})
