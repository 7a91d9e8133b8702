import type { ServerResponse } from 'node:http'

/** Of the script after all that is drawn at once; the page's own code begins with the next one. */
const SHELL = 'id="_R_"'
/**
 * What React writes for a script that a page does not wait for (1: where it lies, 2: its nonce), to have one fetched
 * sooner, and at the end of the shell.
 */
const TAG = new RegExp(
  [
    '<script src="([^"]+)"(?=[^>]* async="")(?=[^>]* nonce="([^"]*)")[^>]*></script>',
    '<link rel="preload" as="script"[^>]*>',
    `<script[^>]* ${SHELL}`,
  ].join('|'),
  'g',
)
/** Of a page that only its scripts can draw, as Next answers what is not there. */
const EMPTY = '<html id="__next_error__"'
/** Milliseconds after which scripts are fetched although nothing was painted, as in a tab behind another. */
const PATIENCE = 1_000

/**
 * Lets a page be painted before its scripts are fetched. React puts them into the head, where on a slow line they take
 * half of the way from what is to be read, and on a fast one run before anything is seen. What is not a page goes
 * through untouched.
 */
export function paintFirst(response: ServerResponse): void {
  const write = response.write.bind(response) as (...all: unknown[]) => boolean
  const end = response.end.bind(response) as (...all: unknown[]) => ServerResponse
  let page: Page | null | undefined
  const pageOf = () => {
    if (page === undefined) page = isPage(response) ? scriptsAfterPaint() : null
    return page
  }
  Object.assign(response, {
    write: (chunk: Chunk, ...rest: unknown[]) => write(pageOf()?.next(chunk) ?? chunk, ...rest),
    end: (...all: unknown[]) => {
      const [chunk] = all
      const last = isChunk(chunk) ? [pageOf()?.next(chunk) ?? chunk] : []
      const rest = page?.rest() ?? []
      if (page && !response.headersSent) response.removeHeader('Content-Length')
      for (const part of [...last, ...rest].slice(0, -1)) write(part)
      return end(...[...last, ...rest].slice(-1), ...all.slice(last.length))
    },
  })
}

type Chunk = string | Uint8Array
type Page = {
  /** The same without what has to wait. What is not there whole comes with a later one. */
  next(chunk: Chunk): Buffer
  rest(): Buffer[]
}

const isChunk = (value: unknown): value is Chunk => typeof value === 'string' || value instanceof Uint8Array

const isPage = (response: ServerResponse) =>
  String(response.getHeader('content-type')).startsWith('text/html')

/**
 * Takes scripts out of a page that comes in parts, and puts one in that asks for them after a frame: where all stands that
 * is drawn at once, or else at the end.
 */
export function scriptsAfterPaint(): Page {
  const sources: string[] = []
  let [held, nonce, shell, done] = ['', '', false, false]
  const read = (tag: string, source?: string, itsNonce = '') => {
    if (done) return tag
    shell ||= tag.includes(SHELL)
    if (!source) return tag.startsWith('<link') ? '' : tag
    sources.push(source)
    nonce = itsNonce
    done = shell
    return done ? asking(sources, nonce) : ''
  }
  return {
    next(chunk) {
      if (done && held === '') return Buffer.from(chunk as string)
      // Byte for byte: a letter may come in two parts.
      const text = held + Buffer.from(chunk as string).toString('latin1')
      done ||= text.includes(EMPTY)
      const cut = done ? text.length : wholeTags(text)
      held = text.slice(cut)
      return Buffer.from(text.slice(0, cut).replace(TAG, read), 'latin1')
    },
    rest() {
      const late = done || sources.length === 0 ? '' : asking(sources, nonce)
      return held + late === '' ? [] : [Buffer.from(held + late, 'latin1')]
    },
  }
}

/** How far a text goes before a tag, or a script, that has not come to its end. */
function wholeTags(text: string): number {
  const script = text.lastIndexOf('<script ')
  if (script >= 0 && !text.includes('</script>', script)) return script
  const tag = text.lastIndexOf('<')
  return tag >= 0 && !text.includes('>', tag) ? tag : text.length
}

/** Scripts that are asked for in one turn. All of them at once, and the frame's end, would hold a phone's taps back. */
const AT_ONCE = 4

/**
 * Once something was painted, and then a frame with all of it. Paint Timing (W3C) knows the first; what a frame waits for
 * (`requestAnimationFrame`) comes before it, and what that puts off comes after. Where the whole page is there before that, a
 * document that is open (HTML, `document.open()`) holds the load event back: it goes on to say that a page has what it works
 * with. It costs a phone a frame or two, so it is not made where the line is the slower. Whatever a browser does not know of
 * this, it asks after `PATIENCE`.
 */
const asking = (sources: string[], nonce: string) =>
  `<script nonce="${nonce}">{let all=${JSON.stringify(sources)},asked,hold,ask=()=>{if(asked)return;asked=true;let add=()=>{for(let src of all.splice(0,${AT_ONCE}))document.head.append(Object.assign(document.createElement("script"),{src,async:true}));setTimeout(all.length?add:()=>hold?.remove())};add()};setTimeout(ask,${PATIENCE});document.addEventListener("readystatechange",()=>{if(asked||hold)return;hold=document.documentElement.appendChild(document.createElement("iframe"));hold.hidden=true;hold.contentDocument?.open()});new PerformanceObserver(seen=>{if(seen.getEntriesByName("first-contentful-paint").length)requestAnimationFrame(()=>setTimeout(ask))}).observe({type:"paint",buffered:true})}</script>`
